import { copyText, cx, Directive, directive, type ElementPart, GradioElement, html, nothing, property, style, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './markdown.css';
import type { clean } from './clean.js';
import type { Format, FormatOptions, LatexDelimiter } from './format.js';
import type { Prose } from './prose.js';

export type { FormatOptions, LatexDelimiter };

let loaded: Format | null = null;
let loading: Promise<Format> | null = null;

/** The formatter, a chunk of its own (marked and DOMPurify); other components that show Markdown use it, too. */
export function loadFormat(): Promise<Format> {
  loading ??= import('./format.js').then(module => (loaded = module.format));
  return loading;
}

/** The one that cleans HTML (DOMPurify), a chunk of its own. */
export async function loadClean(): Promise<typeof clean> {
  return (await import('./clean.js')).clean;
}

let proseOf: ((host: Element) => Prose) | null = null;
let loadingProse: Promise<void> | null = null;

class ProseDirective extends Directive {
  #prose: Prose | null = null;
  #text: string | null = null;
  #options: FormatOptions | null = null;

  render(_text: string, _options: FormatOptions): void {}

  override update({ element }: ElementPart, [text, options]: [string, FormatOptions]): void {
    if (text === this.#text && options === this.#options) return;
    this.#text = text;
    this.#options = options;
    if (proseOf) return void (this.#prose ??= proseOf(element)).update(text, options);
    element.textContent = text;
    loadingProse ??= import('./prose.js').then(module => { proseOf = host => new module.Prose(host); });
    void loadingProse.then(() => {
      if (this.#text === text && this.#options === options) (this.#prose ??= this.#fresh(element)).update(text, options);
    }, error => console.warn('gradio4j: Markdown stays unformatted:', error));
  }

  #fresh(element: Element): Prose {
    element.replaceChildren();
    return proseOf!(element);
  }
}

/**
 * `<span class="md prose" ${prose(text, options)}></span>`: an element whose content is a text in Markdown. While the text grows, only its
 * last block is formatted again. `options` must be the same object while nothing has changed in it.
 */
export const prose = directive(ProseDirective);

/** Class names and behaviour of formatted text are those of this element: `<span class="md prose">…</span>` inside `gr-markdown` or `.gr-prose`. */
export function onProseClick(event: Event): void {
  const target = event.target as Element;
  const copy = target.closest<HTMLElement>('.copy_code_button');
  if (copy) void copyCode(copy);
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link) goTo(event, link.getAttribute('href')!.slice(1));
}

/**
 * Formatted text. Its words are shown at once, their format as soon as the formatter is there; formulas and highlighted code load their
 * libraries when the text has some. Event: copy.
 */
export class GrMarkdown extends GradioElement<string> {
  @property({ attribute: false }) rtl: boolean | null = false;
  @property({ attribute: false }) latex_delimiters: readonly LatexDelimiter[] | null = null;
  @property({ attribute: false }) sanitize_html: boolean | null = true;
  @property({ attribute: false }) line_breaks: boolean | null = false;
  @property({ attribute: false }) header_links: boolean | null = false;
  @property({ attribute: false }) height: number | string | null = null;
  @property({ attribute: false }) min_height: number | string | null = null;
  @property({ attribute: false }) max_height: number | string | null = null;
  @property({ attribute: false }) padding: boolean | null = false;

  #content: unknown = nothing;

  /** In words alone: the cells of examples are buttons, in which no links may stand. */
  static override example(value: unknown): TemplateResult {
    const text = typeof value === 'string' ? value : '';
    return words(text.length > 60 ? `${text.slice(0, 60)}...` : text);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const names = ['t', 'value', 'latex_delimiters', 'sanitize_html', 'line_breaks', 'header_links'] as const;
    if (!this.hasUpdated || names.some(name => changed.has(name))) this.#format();
  }

  #format(): void {
    const text = this.value ?? '';
    if (loaded) {
      const { latex_delimiters, sanitize_html, line_breaks, header_links } = this;
      this.#content = loaded(text, { latex_delimiters: latex_delimiters ?? [], sanitize_html: sanitize_html !== false, line_breaks: line_breaks === true, header_links: header_links === true });
      return;
    }
    this.#content = words(text);
    loadFormat().then(() => {
      this.#format();
      this.requestUpdate();
    }, error => console.warn('gradio4j: Markdown stays unformatted:', error));
  }

  protected override render(): TemplateResult {
    const pending = this.loading_status?.status === 'pending' && this.loading_status.show_progress !== 'hidden';
    const limited = this.height !== null || this.max_height !== null;
    const copy = this.buttons?.includes('copy') ? this.copyButton(() => this.value ?? '') : nothing;
    return this.block(html`<div data-testid="markdown-wrapper" class=${cx(this.padding && 'padding', pending && 'pending')}>${this.toolbar([copy])}<div class=${cx('prose', this.elem_classes)}
      data-testid="markdown" dir=${this.rtl ? 'rtl' : nothing} @click=${onProseClick}><span class="md prose">${this.#content}</span></div>${limited ? html`<div class="scroll-fade" aria-hidden="true"></div>` : nothing}</div>`,
    {
      container: this.container === true, status: 'center', height: this.height, maxHeight: this.max_height, minHeight: this.min_height,
      overflow: limited ? 'auto' : undefined,
    });
  }
}

/** The text without most of its markup, in lines. */
function words(text: string): TemplateResult {
  const plain = text.replace(/<\/?[a-z][^<>]*>/gi, '').replace(/^ {0,3}(#{1,6}|>)[ \t]+/gm, '').replace(/(\*\*|__|`)/g, '');
  return html`<span class="words">${plain}</span>`;
}

async function copyCode(button: HTMLElement): Promise<void> {
  try {
    await copyText(button.parentElement?.querySelector('code')?.textContent ?? '');
  } catch {
    const within = button.closest('[gr]');
    return within instanceof GradioElement ? within.toast('warning', within.t('common.copy_refused')) : undefined;
  }
  button.dataset['copied'] = '';
  setTimeout(() => delete button.dataset['copied'], 2000);
}

/** The page may have a base that is not its own address: a link to a place within it must not leave it. */
function goTo(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(decodeURIComponent(id))?.scrollIntoView();
  history.replaceState(history.state, '', `${location.pathname}${location.search}#${id}`);
}

style('markdown', styles);
customElements.define('gr-markdown', GrMarkdown);
