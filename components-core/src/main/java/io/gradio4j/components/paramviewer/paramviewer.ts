import { cx, GradioElement, html, nothing, property, px, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './paramviewer.css';

interface Parameter {
  readonly type?: string | null;
  readonly description?: string | null;
  readonly default?: string | null;
}

const LINK_ICON = html`<svg viewBox="0 0 24 24" width="14" height="14" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round">${svg`<path d="M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1.500 1.500M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1.500-1.500"/>`}</svg>`;
/** Addresses of the web, and of this site: no other scheme. */
const LINK = /\[([^\]]*)\]\(((?:https?:\/\/|[/#?.])[^\s)]*)\)/g;
const WORD = /[\w$]+/g;

/** The parameters of a function, as entries that open. */
export class GrParamViewer extends GradioElement<Readonly<Record<string, Parameter>>> {
  @property({ attribute: false }) language: string | null = 'python';
  @property({ attribute: false }) linkify: readonly string[] | null = null;
  @property({ attribute: false }) header: string | null = 'Parameters';
  @property({ attribute: false }) anchor_links: boolean | string | null = false;
  @property({ attribute: false }) max_height: number | string | null = null;

  @state() private opened: ReadonlySet<string> = new Set();

  private readonly follow = (): void => this.openAddressed();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.follow);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.openAddressed();
  }

  private get names(): readonly string[] {
    return Object.keys(this.value ?? {});
  }

  private address(name: string): string | null {
    if (!this.anchor_links) return null;
    const words = [this.anchor_links === true ? '' : this.anchor_links, name].filter(part => part !== '').join('-');
    return `param-${words.toLowerCase().replace(/[^\w]+/g, '-')}`;
  }

  private openAddressed(): void {
    const name = this.names.find(name => this.address(name) === location.hash.slice(1));
    if (name === undefined) return;
    this.opened = new Set([...this.opened, name]);
    void this.updateComplete.then(() => this.querySelector(`#${CSS.escape(this.address(name)!)}`)?.scrollIntoView());
  }

  protected override render(): TemplateResult {
    const all = this.names.length > 0 && this.names.every(name => this.opened.has(name));
    const label = this.t(all ? 'paramviewer.close' : 'paramviewer.open');
    return html`<div id=${this.rootId} class=${cx('wrap params', this.rootClass)} style=${styleMap({ maxHeight: px(this.max_height) })}>${this.header
      ? html`<div class="header"><span class="title">${this.header}</span><button type="button" class="toggle-all" title=${label} aria-label=${label} @click=${() => { this.opened = new Set(all ? [] : this.names); }}>${all ? '▲' : '▼'}</button></div>`
      : nothing}<div class="param-content">${Object.entries(this.value ?? {}).map(([name, parameter]) => this.parameter(name, parameter))}</div></div>`;
  }

  private parameter(name: string, { type, description, default: value }: Parameter): TemplateResult {
    const address = this.address(name);
    const java = this.language === 'java';
    const code = java && type ? `${type} ${name}` : type ? `${name}: ${type}` : name;
    // the link stands beside the summary: what can be pressed may not stand in another such thing
    return html`<div class="entry">${address ? html`<a class="param-link" href="#${address}" aria-label=${this.t('common.link', { name })}><span class="link-icon" aria-hidden="true">${LINK_ICON}</span></a>` : nothing}<details
      class="param md" id=${address ?? nothing} ?open=${this.opened.has(name)} @toggle=${(event: Event) => this.onToggle(name, (event.target as HTMLDetailsElement).open)}><summary class="type"><pre class="language-${this.language ?? 'python'}"><code>${code}</code></pre></summary>${type && this.linksIn(type)
      ? html`<div class="links"><code>${this.linked(type)}</code></div>` : nothing}${value === null || value === undefined
      ? nothing : html`<div class="default"><span>${this.t('paramviewer.default')}</span> <code>= ${this.linked(value)}</code></div>`}${description ? html`<div class="description"><p>${described(description)}</p></div>` : nothing}</details></div>`;
  }

  private onToggle(name: string, open: boolean): void {
    if (open === this.opened.has(name)) return;
    this.opened = open ? new Set([...this.opened, name]) : new Set([...this.opened].filter(other => other !== name));
  }

  private linksIn(code: string): boolean {
    return code.match(WORD)?.some(word => this.linkify?.includes(word)) === true;
  }

  /** Words lead to their entries. They do so in a type once the entry is open: its summary is pressed as a whole. */
  private linked(code: string): unknown {
    const names = this.linkify ?? [];
    return pieces(code, WORD, ([word]) => names.includes(word!) ? html`<a href="#${(Object.hasOwn(this.value ?? {}, word!) ? this.address(word!) : null) ?? `h-${word!.toLowerCase()}`}">${word}</a>` : word);
  }
}

function described(text: string): unknown {
  return pieces(text, LINK, ([, name, url]) => html`<a href=${url!} target="_blank" rel="noopener noreferrer">${name}</a>`);
}

/** A text in which what a pattern finds is drawn in another way. */
function pieces(text: string, pattern: RegExp, draw: (match: RegExpExecArray) => unknown): unknown[] {
  const all: unknown[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    all.push(text.slice(from, match.index), draw(match));
    from = match.index + match[0].length;
  }
  return [...all, text.slice(from)];
}

style('paramviewer', styles);
customElements.define('gr-paramviewer', GrParamViewer);
