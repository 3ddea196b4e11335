import { appendHead, createRef, cx, equal, type FileData, GradioLayout, html, nothing, property, type PropertyValues, px, ref, state, style, styleMap, type TemplateResult, until } from 'gradio4j';
import { loadClean } from 'gradio4j/markdown/markdown.js';
import styles from './html.css';
import { morph } from './morph.js';
import { template, type Template, type Values } from './template.js';

type Length = number | string | null;
type Trigger = (event: string, data?: unknown) => void;
type Watch = (names: string | readonly string[], callback: () => void) => void;
type Load = (element: HTMLElement, trigger: Trigger, props: object, server: object, upload: (file: File) => Promise<FileData>, watch: Watch) => unknown;

interface Parts {
  readonly clean: (html: string, strict?: boolean, ownLinks?: boolean) => DocumentFragment;
  readonly html: Template;
  readonly css: Template;
}

/** What templates know beside the properties of the app's own. */
const SHARED = ['value', 'label', 'visible'] as const;
/** A person who has scrolled up by more than this wants to stay there. */
const NEAR_END = 100;

/**
 * HTML of the app's author: templates filled with the value and properties of their own, and a script that runs once. Drawing again changes
 * the nodes that differ and keeps all others. Events: change; all others as the script fires them.
 */
export class GrHtml extends GradioLayout {
  @property({ attribute: false }) html_template: string | null = '${value}';
  @property({ attribute: false }) css_template: string | null = '';
  @property({ attribute: false }) js_on_load: string | null = null;
  @property({ attribute: false }) apply_default_css: boolean | null = true;
  @property({ attribute: false }) min_height: Length = null;
  @property({ attribute: false }) max_height: Length = null;
  @property({ attribute: false }) padding: boolean | null = false;
  @property({ attribute: false }) autoscroll: boolean | null = false;
  @property({ attribute: false }) sanitize_html: boolean | null = false;
  @property({ attribute: false }) head: string | null = null;
  @property({ attribute: false }) props: Values | null = null;
  @property({ attribute: false }) server_fns: readonly string[] | null = null;
  @property({ attribute: false }) component_class_name: string | null = null;
  @state() private failure: string | null = null;

  private readonly root = createRef<HTMLElement>();
  private readonly scroller = createRef<HTMLElement>();
  private readonly contentId = `html-${crypto.randomUUID().slice(0, 8)}`;
  private readonly sheet = new CSSStyleSheet();
  private readonly watchers: { readonly names: ReadonlySet<string>; readonly callback: () => void }[] = [];
  /** What the app has changed since the last drawing. */
  private readonly changed = new Set<string>();
  private parts: Parts | null = null;

  static override example(value: unknown): TemplateResult {
    return html`<div class="prose gradio-style">${until(loadClean().then(clean => clean(String(value ?? ''))))}</div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet);
  }

  override receiveProp(name: string, value: unknown): void {
    if (this.parts && !equal(this.values()[name], value)) this.changed.add(name);
    if (this.props && Object.hasOwn(this.props, name)) this.props = { ...this.props, [name]: value };
    else super.receiveProp(name, value);
  }

  protected override firstUpdated(): void {
    this.start().catch(error => console.error(`gradio4j: js_on_load of ${this.ownName()} failed:`, error));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.parts && [...SHARED, 'props'].some(name => changed.has(name))) this.draw();
  }

  private async start(): Promise<void> {
    try {
      const [clean, filled, css] = await Promise.all([
        loadClean(), template(this.html_template ?? '', this.script('html')), template(this.css_template ?? '', this.script('css')),
      ]);
      this.parts = { clean, html: filled, css };
    } catch (error) {
      this.fail(error);
      return;
    }
    this.draw();
    if (this.head) await appendHead(this.head);
    const root = this.root.value;
    if (!root || !this.js_on_load) return;
    const script = await this.script('load');
    if (!script) return root.addEventListener('click', () => this.dispatch('click'));
    await (script['default'] as Load)(root, this.trigger, this.proxy(), this.functions(), this.send, this.watch);
  }

  private ownName(): string {
    return this.component_class_name ?? 'HTML';
  }

  private fail(error: unknown): void {
    this.failure = this.t('html.failed', { name: this.ownName(), reason: error instanceof Error ? error.message : String(error) });
  }

  private values(): Values {
    const { value, label, visible } = this;
    return { ...this.props, value: value ?? null, label, visible };
  }

  private draw(): void {
    const root = this.root.value;
    if (!this.parts || !root) return;
    const box = this.scroller.value;
    const atEnd = box !== undefined && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
    try {
      const values = this.values();
      this.place(root, this.parts.html(values));
      this.dress(this.parts.css(values));
      this.failure = null;
    } catch (error) {
      this.fail(error);
    }
    if (box && this.autoscroll && atEnd) box.scrollTop = box.scrollHeight;
    const changed = [...this.changed];
    this.changed.clear();
    for (const { names, callback } of this.watchers) if (changed.some(name => names.has(name))) callback();
  }

  /** Children stand between what is before and after their mark. */
  private place(root: HTMLElement, markup: string): void {
    const clean = (part: string): DocumentFragment => this.parts!.clean(part, this.sanitize_html === true, true);
    if (this.nodes.length === 0) return morph(root, clean(markup));
    const [before = '', ...after] = markup.split('@children');
    morph(root.firstElementChild!, clean(before));
    morph(root.lastElementChild!, clean(after.join('')));
  }

  private dress(css: string): void {
    this.sheet.replaceSync(css.trim() === '' ? '' : `#${this.contentId} {${css}}`);
    // a value that closes the rule must not reach the rest of the page
    while (this.sheet.cssRules.length > 1) this.sheet.deleteRule(1);
  }

  private readonly trigger: Trigger = (event, data = null) => this.dispatch(event, data);

  private readonly send = async (file: File): Promise<FileData> => {
    try {
      const [sent] = await this.upload([file]);
      return sent!;
    } catch (error) {
      this.toast('error', (error as Error).message);
      throw error;
    }
  };

  private readonly watch: Watch = (names, callback) => void this.watchers.push({ names: new Set([names].flat()), callback });

  private proxy(): object {
    return new Proxy({}, {
      get: (_, name) => this.values()[String(name)],
      has: (_, name) => String(name) in this.values(),
      ownKeys: () => Object.keys(this.values()),
      getOwnPropertyDescriptor: (_, name) => ({ value: this.values()[String(name)], enumerable: true, configurable: true, writable: true }),
      set: (_, name, value: unknown) => {
        const prop = String(name);
        if (!(prop in this.values())) this.props = { ...this.props, [prop]: value };
        this.assign(prop, value);
        this.changed.delete(prop);
        return true;
      },
    });
  }

  private functions(): object {
    return Object.fromEntries((this.server_fns ?? []).map(name => [name, (...args: unknown[]) => this.server(name, ...args)]));
  }

  protected override render(): TemplateResult {
    const { show_label, loading_status, min_height, max_height } = this;
    const pending = loading_status?.status === 'pending' && loading_status.show_progress !== 'hidden';
    const classes = cx(this.apply_default_css !== false && 'prose gradio-style', this.elem_classes, this.nodes.length > 0 && 'has_children');
    const content = this.nodes.length > 0
      ? html`<div id=${this.contentId} class=${classes} ${ref(this.root)}><div></div><div class="children" ${this.mount()}></div><div></div></div>`
      : html`<div id=${this.contentId} class=${classes} ${ref(this.root)}></div>`;
    const scrolls = max_height !== null;
    return this.block(html`${show_label ? [this.toolbar(), this.blockLabel('HTML')] : nothing}<div class=${cx('html-container', pending && 'pending', show_label && this.label && 'label-padding')}
      tabindex=${scrolls ? '0' : nothing} ?hidden=${this.failure !== null} style=${styleMap({ minHeight: px(min_height), maxHeight: px(max_height), overflowY: scrolls ? 'auto' : undefined })} ${ref(this.scroller)}>${content}</div>${this.failure === null
      ? nothing : html`<div class="error-container" role="alert">${this.failure}</div>`}`, {
      container: this.container === true, padding: this.padding === true, status: 'center',
    });
  }
}

style('html', styles);
customElements.define('gr-html', GrHtml);
