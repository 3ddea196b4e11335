import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { block, blockLabel, blockTitle, type BlockOptions, copyButton, empty, fullscreenButton, iconButton, type IconButtonOptions, statusTracker, type TitleOptions, toolbar } from './block.js';
import type { Host } from './host.js';
import { english, type Say } from './i18n.js';
import { cx } from './style.js';
import type { AppInfo, FileData, LoadingStatus, Visibility } from './types.js';

const OUTSIDE: AppInfo = { root: '', api_prefix: '/gradio_api', version: '', session_hash: '', max_file_size: null };

/**
 * The base of every component's browser half: an element in light DOM that shows something. The shell assigns each property of the
 * component's config under its wire name (`this.show_label`), before or after attaching; a property the class does not declare works
 * just as well. `T` is the value's wire form.
 *
 * A class draws itself in `render()`, as a rule inside `this.block(…)`, and reports with `input`, `dispatch` and `set`.
 */
export class GradioElement<T = unknown> extends LitElement {
  @property({ attribute: false }) value: T | null | undefined = undefined;
  @property({ attribute: false }) label: string | null = null;
  @property({ attribute: false }) info: string | null = null;
  @property({ attribute: false }) show_label: boolean | null = true;
  @property({ attribute: false }) container: boolean | null = true;
  @property({ attribute: false }) scale: number | null = null;
  @property({ attribute: false }) min_width: number | null = null;
  @property({ attribute: false }) elem_id: string | null = null;
  @property({ attribute: false }) elem_classes: string | readonly string[] | null = null;
  @property({ attribute: false }) visible: Visibility = true;
  /** Whether a person may change it: always resolved by the shell, never null. */
  @property({ attribute: false }) interactive = false;
  /** Names of built-in toolbar buttons, and records of custom ones. */
  @property({ attribute: false }) buttons: readonly unknown[] | null = null;
  @property({ attribute: false }) loading_status: LoadingStatus | null = null;
  /** True while the block fills the window. */
  @property({ attribute: false }) isFullscreen = false;

  /** The component's id in the app. */
  nodeId = -1;
  host: Host | null = null;

  /** A text in the reader's language. When that changes, the element is drawn again, with `t` among the properties that have changed. */
  readonly t: Say = (key, values) => this.host?.text(key, values) ?? english(key, values);

  /** How a value of this type looks in a table of examples. */
  static example(value: unknown, _props: Readonly<Record<string, unknown>>): TemplateResult | string {
    const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return text.length > 60 ? `${text.slice(0, 60)}...` : text;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    this.setAttribute('gr', '');
    super.connectedCallback();
  }

  /** A person changed the value: stores it and fires `input`; the store fires `change` when it differs from the last one. */
  input(value: T | null): void {
    this.value = value;
    this.host?.input(this.nodeId, value);
  }

  /** The same as `input`. */
  change(value: T | null): void {
    this.input(value);
  }

  /** Fires any other event of the component, with its event data. */
  dispatch(event: string, data: unknown = null): void {
    this.host?.dispatch(this.nodeId, event, data);
  }

  /**
   * Sends a piece of what the component records: its value for now, and the event `stream`. Pieces come every `stream_every` seconds; they
   * are worth making while `stream_state` is `open`, and the first one whenever it is not `waiting`.
   */
  stream(piece: T): void {
    this.set('value', piece);
    this.dispatch('stream');
  }

  /** The recording has stopped: the events it was streamed to end. */
  endStream(): void {
    this.dispatch('close_stream');
  }

  /** Writes one of its own properties back to the app, without an event (`open` of an accordion). */
  set(prop: string, value: unknown): void {
    this.receiveProp(prop, value);
    this.host?.set(this.nodeId, prop, value);
  }

  /** Sets one of its own properties as an update from the app would: no `input`, but `change` when the value differs. */
  assign(prop: string, value: unknown): void {
    this.receiveProp(prop, value);
    this.host?.assign(this.nodeId, prop, value);
  }

  /** A module of the app's author that belongs to the component, by the name its Java half gave it; null when there is none. */
  async script(name: string): Promise<Readonly<Record<string, unknown>> | null> {
    return this.host?.script(this.nodeId, name) ?? null;
  }

  /** Sends files to the app's cache; rejects with a readable message when one is too large or refused. Events that have this component as an input wait for it. */
  async upload(files: Iterable<File>, progress?: (loaded: number, total: number) => void): Promise<FileData[]> {
    return this.host?.upload(this.nodeId, files, progress) ?? [];
  }

  /** Calls a server function of the component; rejects with the server's words when it fails. */
  async server(fn: string, ...args: unknown[]): Promise<unknown> {
    return this.host?.server(this.nodeId, fn, args) ?? null;
  }

  toast(level: 'error' | 'warning' | 'info' | 'success', message: string): void {
    this.host?.toast(level, message);
  }

  get app(): AppInfo {
    return this.host?.app ?? OUTSIDE;
  }

  /** Mounted, but not to be displayed (`visible="hidden"`). */
  get isHidden(): boolean {
    return this.visible === 'hidden';
  }

  get validationError(): string | null {
    return this.loading_status?.validation_error ?? null;
  }

  /** Takes an error or a validation error away from the component. */
  clearStatus(): void {
    if (this.loading_status) this.host?.clearStatus(this.nodeId);
  }

  /** Attribute values for an element that is its own root, without a block. */
  protected get rootClass(): string {
    return cx(this.elem_classes, this.isHidden && 'hidden');
  }

  protected get rootId(): string | typeof nothing {
    return this.elem_id || nothing;
  }

  /** The frame of a component (`<div class="block …">`), with its status overlay. */
  protected block(content: unknown, options: BlockOptions = {}): TemplateResult {
    return block(this, content, options);
  }

  /** The title of a form component, with its info text. */
  protected blockTitle(fallback: string, options: TitleOptions = {}): TemplateResult {
    return blockTitle(this, fallback, options);
  }

  /** The badge of a media-like component; `icon` is an SVG template. */
  protected blockLabel(fallback: string, icon: unknown = nothing, floating = true): TemplateResult {
    return blockLabel(this, fallback, icon, floating);
  }

  protected iconButton(options: IconButtonOptions): TemplateResult {
    return iconButton(options);
  }

  /** A copy button that says "Copied" for a second; fires `copy` with the copied text. */
  protected copyButton(text: () => string | Promise<string>): TemplateResult {
    return copyButton(this, text);
  }

  protected fullscreenButton(): TemplateResult {
    return fullscreenButton(this);
  }

  /** The group of icon buttons in the top corner, followed by the custom buttons; nothing when there are none. */
  protected toolbar(buttons: unknown[] = []): TemplateResult | typeof nothing {
    return toolbar(this, buttons);
  }

  /** What stands in place of an absent value. */
  protected empty(icon: unknown, size: 'small' | 'large' = 'small'): TemplateResult {
    return empty(this, icon, size);
  }

  /** The status overlay, for a component without a block. */
  protected statusTracker(variant: 'default' | 'center' = 'default'): TemplateResult {
    return statusTracker(this, variant, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isFullscreen = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isFullscreen === (changed.get('isFullscreen') ?? this.isFullscreen)) return;
    document.body.classList.toggle('gr-fullscreen', this.isFullscreen);
    document[this.isFullscreen ? 'addEventListener' : 'removeEventListener']('keydown', this.leaveFullscreen);
  }

  /** Escape ends the fullscreen wherever the focus is, unless something in front has taken the key. */
  private readonly leaveFullscreen = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented) this.isFullscreen = false;
  };

  /**
   * Takes a property as it stands on the wire. One that the class declares goes through its accessor; any other becomes a plain
   * reactive property of the instance, also when HTMLElement has the name (`title`, `hidden`), so that it never touches the host.
   */
  receiveProp(name: string, value: unknown): void {
    const own = Object.getOwnPropertyDescriptor(this, name);
    if (own?.set === undefined) {
      const declared = own ? undefined : findDeclared(this, name);
      if (declared?.set) return void Reflect.set(this, name, value);
      if (declared) return console.warn(`gradio4j: <${this.localName}> can't take a property "${name}": its class uses that name for something else`);
      let current: unknown = own?.value;
      Object.defineProperty(this, name, {
        configurable: true,
        enumerable: true,
        get: () => current,
        set: (next: unknown) => {
          const before = current;
          current = next;
          this.requestUpdate(name, before);
        },
      });
    }
    Reflect.set(this, name, value);
  }
}

function findDeclared(element: object, name: string): PropertyDescriptor | undefined {
  for (let proto: unknown = Object.getPrototypeOf(element); proto && proto !== HTMLElement.prototype; proto = Object.getPrototypeOf(proto)) {
    const found = Object.getOwnPropertyDescriptor(proto, name);
    if (found) return found;
  }
  return undefined;
}

/** The base of a component whose value a person edits. */
export class GradioInput<T = unknown> extends GradioElement<T> {
  get disabled(): boolean {
    return !this.interactive;
  }

  override input(value: T | null): void {
    if (this.validationError !== null) this.clearStatus();
    super.input(value);
  }
}
