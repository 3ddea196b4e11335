import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { copyText } from './clipboard.js';
import type { GradioElement } from './element.js';
import { icons } from './icons.js';
import { inlineMarkdown, inlineText } from './inline-markdown.js';
import { cx, px } from './style.js';
import './status.js';

export interface BlockOptions {
  /** `fieldset` for a group of controls. Default `div`. */
  tag?: 'div' | 'fieldset';
  /** The padding of form components. Default: true with a container. */
  padding?: boolean;
  /** Border and background. Default: the `container` property. */
  container?: boolean;
  /** The accessible name of the frame itself, where no control inside carries the label. */
  label?: string;
  testid?: string;
  /** More class names of the frame. */
  classes?: string;
  border?: 'solid' | 'dashed' | 'none';
  /** `focus`: accent border (something is dragged over it), `contrast`: text colour. */
  emphasis?: 'focus' | 'contrast';
  flex?: boolean;
  overflow?: 'auto' | 'visible' | 'hidden';
  dir?: 'ltr' | 'rtl';
  height?: number | string | null;
  minHeight?: number | string | null;
  maxHeight?: number | string | null;
  width?: number | string | null;
  /** Lets a person drag the lower end. */
  resizable?: boolean;
  /** `default`: top left texts; `center`; `none`: the component shows its own (`this.statusTracker()`). */
  status?: 'default' | 'center' | 'none';
  /** False: the component shows its validation error itself (beside its title). Default true. */
  validation?: boolean;
  /** More attributes' events: dragging over, dropping, pasting. */
  on?: Readonly<Partial<Record<'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste', (event: Event) => void>>>;
}

export interface TitleOptions {
  /** Shows the title even if `show_label` is false (Textbox with a validation error). */
  forced?: boolean;
  /** Shows the validation error after the title. */
  validation?: boolean;
}

export interface IconButtonOptions {
  icon: unknown;
  label: string;
  onClick: (event: MouseEvent) => void;
  size?: 'x-small' | 'small' | 'medium' | 'large';
  disabled?: boolean;
  highlight?: boolean;
  pending?: boolean;
  /** Shows the label as text, too. */
  text?: boolean;
}

const noAction = (): void => undefined;

export function block(of: GradioElement, content: unknown, options: BlockOptions): TemplateResult {
  const container = options.container ?? of.container !== false;
  const classes = cx('block', options.classes, (options.padding ?? container) && container && 'padded', options.flex && 'flex', of.isHidden && 'hidden',
    options.emphasis && `border_${options.emphasis}`, !container && 'hide-container', of.scale === null && 'auto-margin', of.isFullscreen && 'fullscreen', of.elem_classes);
  const styles = styleMap(of.isFullscreen ? {} : {
    height: px(options.height), minHeight: px(options.minHeight), maxHeight: px(options.maxHeight), width: px(options.width),
    borderStyle: options.border, overflow: options.overflow, resize: options.resizable ? 'vertical' : undefined,
    flexGrow: of.scale === null ? undefined : String(of.scale),
    minWidth: of.min_width === null ? undefined : `calc(min(${of.min_width}px, 100%))`,
  });
  const on = options.on ?? {};
  const inner = html`${options.status === 'none' ? nothing : statusTracker(of, options.status ?? 'default', options.validation ?? true)}${content}`;
  const id = of.elem_id || nothing;
  return options.tag === 'fieldset'
    ? html`<fieldset id=${id} class=${classes} style=${styles} data-testid=${options.testid ?? nothing} aria-label=${options.label ?? nothing} aria-description=${inlineText(of.info) ?? nothing} dir=${options.dir ?? nothing}>${inner}</fieldset>`
    : html`<div id=${id} class=${classes} style=${styles} data-testid=${options.testid ?? nothing} role=${options.label ? 'group' : nothing} aria-label=${options.label ?? nothing} dir=${options.dir ?? nothing}
        @dragenter=${on.dragenter ?? noAction} @dragover=${on.dragover ?? noAction} @dragleave=${on.dragleave ?? noAction} @drop=${on.drop ?? noAction} @paste=${on.paste ?? noAction}>${inner}</div>`;
}

export function statusTracker(of: GradioElement, variant: 'default' | 'center', validation: boolean): TemplateResult {
  return html`<gradio-status .status=${of.loading_status} .variant=${variant} .validation=${validation} .text=${of.t} @gradio-clear=${() => of.clearStatus()}></gradio-status>`;
}

export function blockTitle(of: GradioElement, fallback: string, options: TitleOptions): TemplateResult {
  const shown = of.show_label !== false || options.forced;
  const error = options.validation ? of.validationError : null;
  return html`<span data-testid="block-info" class=${cx(of.info && 'has-info', !shown && 'sr-only')}>${of.label ?? fallback}</span>${error === null
    ? nothing : html`<div class="validation-error" role="alert">${error}</div>`}${of.info ? html`<div class="info-text">${inlineMarkdown(of.info)}</div>` : nothing}`;
}

export function blockLabel(of: GradioElement, fallback: string, icon: unknown, floating: boolean): TemplateResult {
  return html`<div data-testid="block-label" class=${cx('block-label', floating && 'float', of.show_label === false && 'sr-only')}>${icon === nothing
    ? nothing : html`<span aria-hidden="true">${icon}</span>`}${of.label ?? fallback}</div>`;
}

export function iconButton({ icon, label, onClick, size = 'small', disabled, highlight, pending, text }: IconButtonOptions): TemplateResult {
  return html`<button type="button" class=${cx('icon-button', pending && 'pending', highlight && 'highlight')} aria-label=${label} title=${label} ?disabled=${disabled ?? false}
    @click=${onClick}>${text ? html`<span>${label}</span>` : nothing}<div class=${size}>${icon}</div></button>`;
}

export function copyButton(of: GradioElement, text: () => string | Promise<string>): TemplateResult {
  const copy = async (event: MouseEvent): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    let value: string;
    try {
      value = await text();
      await copyText(value);
    } catch {
      return of.toast('warning', of.t('common.copy_refused'));
    }
    button.dataset['copied'] = '';
    button.title = of.t('common.copied');
    button.setAttribute('aria-label', of.t('common.copied'));
    of.dispatch('copy', { value });
    setTimeout(() => {
      delete button.dataset['copied'];
      button.title = of.t('common.copy');
      button.setAttribute('aria-label', of.t('common.copy'));
    }, 1000);
  };
  return iconButton({ icon: html`${icons.copy}${icons.check}`, label: of.t('common.copy'), onClick: copy });
}

export function fullscreenButton(of: GradioElement): TemplateResult {
  return iconButton({
    icon: of.isFullscreen ? icons.minimize : icons.maximize,
    label: of.t(of.isFullscreen ? 'common.exit_fullscreen' : 'common.fullscreen'),
    onClick: () => { of.isFullscreen = !of.isFullscreen; },
  });
}

export function toolbar(of: GradioElement, buttons: readonly unknown[]): TemplateResult | typeof nothing {
  const custom = (of.buttons ?? []).filter(isCustomButton);
  const shown = buttons.filter(button => button !== nothing && button !== null && button !== undefined && button !== false);
  if (shown.length + custom.length === 0) return nothing;
  return html`<div class="icon-button-wrapper top-panel hide-top-corner">${shown}${custom.map(button => customButton(of, button))}</div>`;
}

interface CustomButton {
  readonly id: number;
  readonly value?: string | null;
  readonly icon?: { url?: string | null } | null;
}

function isCustomButton(button: unknown): button is CustomButton {
  return typeof button === 'object' && button !== null && typeof (button as { id?: unknown }).id === 'number';
}

function customButton(of: GradioElement, { id, value, icon }: CustomButton): TemplateResult {
  const label = value || of.t('common.custom_action');
  return html`<button type="button" class="custom-button" title=${value || nothing} aria-label=${label} @click=${() => of.host?.dispatch(id, 'click', null)}>${icon?.url
    ? html`<img src=${icon.url} alt="">` : nothing}${value ? html`<span class="custom-button-label">${value}</span>` : nothing}</button>`;
}

export function empty(of: GradioElement, icon: unknown, size: 'small' | 'large'): TemplateResult {
  return html`<div class=${cx('empty', size, 'unpadded_box')} role="img" aria-label=${of.t('common.empty')}><div class="icon" aria-hidden="true">${icon}</div></div>`;
}
