import { cx, equal, GradioInput, html, nothing, property, px, repeat, state, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './fileexplorer.css';
import { type Entry, keyOf, type Path, Tree } from './tree.js';

const FILE = html`<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">${svg`<path d="M6 2h8l5 5v15H6zM14 3v5h5"/>`}</svg>`;
const LABEL = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M13 2H6v20h13V8zM13 2v6h6"/>`}</svg>`;
const ARROW = html`<svg viewBox="0 0 14 17" fill="currentColor" aria-hidden="true">${svg`<path d="M6.5 14.6V9L9.7 12l.7-.7L6 6.9.7 11.3l.7.7 4.1-3.9v6.5z" transform="rotate(90 7 9)"/>`}</svg>`;

/**
 * Files of the server's disk as a tree. A folder's content is asked for when it is opened. Events: input (a box was ticked or not any more), select
 * (a row was chosen, or a box ticked or not any more).
 */
export class GrFileExplorer extends GradioInput<readonly Path[]> {
  @property({ attribute: false }) glob: string | null = null;
  @property({ attribute: false }) ignore_glob: string | null = null;
  @property({ attribute: false }) root_dir: string | null = null;
  @property({ attribute: false }) file_count: 'single' | 'multiple' | null = 'multiple';
  @property({ attribute: false }) height: number | string | null = null;
  @property({ attribute: false }) min_height: number | string | null = null;
  @property({ attribute: false }) max_height: number | string | null = 500;
  @property({ attribute: false }) _selectable: boolean | null = false;
  @state() private opened: ReadonlySet<string> = new Set();

  private tree = this.newTree();

  static override example(value: unknown): string {
    const paths = (Array.isArray(value) ? value : []) as readonly Path[];
    return paths.slice(0, 3).map(path => `./${keyOf(path)}`).join(', ') + (paths.length > 3 ? ', ...' : '');
  }

  private newTree(): Tree {
    return new Tree(async path => {
      try {
        return await this.server('ls', path) as readonly Entry[];
      } catch (error) {
        this.toast('error', (error as Error).message);
        return [];
      }
    });
  }

  private get chosen(): readonly Path[] {
    return Array.isArray(this.value) ? this.value as readonly Path[] : [];
  }

  private get single(): boolean {
    return this.file_count === 'single';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const others = (['glob', 'ignore_glob', 'root_dir'] as const).some(name => changed.has(name));
    if (!others) return;
    this.tree = this.newTree();
    if (this.hasUpdated) {
      this.opened = new Set();
      if (!changed.has('value') && this.chosen.length > 0) this.assign('value', []);
    }
    void this.open([], ...this.chosen.flatMap(path => path.slice(0, -1).map((_, depth) => path.slice(0, depth + 1))));
  }

  /** Opens folders, whose content may have to come first. */
  private async open(...paths: readonly Path[]): Promise<void> {
    this.opened = new Set([...this.opened, ...paths.map(keyOf)]);
    await Promise.all(paths.map(path => this.tree.open(path)));
    this.requestUpdate();
  }

  private toggle(path: Path): void {
    const key = keyOf(path);
    if (!this.opened.has(key)) return void this.open(path);
    this.opened = new Set([...this.opened].filter(other => other !== key));
  }

  private select(path: Path, selected: boolean): void {
    if (this._selectable) this.dispatch('select', { index: path, value: keyOf(path), selected });
  }

  /** A row is as good as what stands in it: its name tells of `select`, else opens the folder or ticks the file's box. */
  private rowClicked(event: MouseEvent, path: Path, entry: Entry): void {
    if (event.target instanceof Element && event.target.closest('input, .icon')) return;
    if (this._selectable) this.select(path, true);
    else if (entry.type === 'folder') this.toggle(path);
    else (event.currentTarget as Element).querySelector('input')?.click();
  }

  private async tick(event: Event, path: Path, entry: Entry): Promise<void> {
    const { checked } = event.target as HTMLInputElement;
    const key = keyOf(path);
    if (entry.type === 'folder') {
      const below = checked ? await this.tree.files(path) : [];
      if (checked) void this.open(path);
      const rest = this.chosen.filter(other => !keyOf(other).startsWith(`${key}/`));
      this.choose([...rest, ...below]);
    } else if (this.single) {
      this.choose(checked ? [path] : []);
    } else {
      this.choose(checked ? [...this.chosen, path] : this.chosen.filter(other => keyOf(other) !== key));
    }
    this.select(path, checked);
  }

  private choose(paths: readonly Path[]): void {
    if (equal(paths, this.chosen)) this.requestUpdate();
    else this.input(paths);
  }

  protected override render(): TemplateResult {
    const chosen = new Set(this.chosen.map(keyOf));
    return this.block(html`${this.toolbar()}${this.blockLabel(this.t('label.fileexplorer'), LABEL, false)}<div class="file-wrap" role="group" aria-label=${this.label ?? this.t('label.fileexplorer')}
      style=${styleMap({ height: px(this.height), minHeight: px(this.min_height), maxHeight: px(this.max_height) })}>${this.folder([], chosen)}</div>`, { padding: false, overflow: 'auto' });
  }

  private folder(path: Path, chosen: ReadonlySet<string>): TemplateResult | typeof nothing {
    const entries = this.tree.entries(path);
    if (!entries) return nothing;
    if (entries.length === 0 && path.length === 0) return this.empty(LABEL);
    return html`<ul class=${cx(path.length === 0 && 'root', this.disabled && 'no-checkboxes')}>${repeat(entries, entry => `${entry.type} ${entry.name}`, entry => this.row([...path, entry.name], entry, chosen))}</ul>`;
  }

  private row(path: Path, entry: Entry, chosen: ReadonlySet<string>): TemplateResult {
    const isFolder = entry.type === 'folder';
    const key = keyOf(path);
    const open = isFolder && this.opened.has(key);
    const mark = isFolder ? this.tree.mark(path, chosen) : chosen.has(key) ? 'all' : 'none';
    const boxed = !this.disabled && (isFolder ? !this.single : entry.valid);
    return html`<li><span class=${cx('wrap', this.disabled && mark === 'all' && 'selected', this._selectable && 'selectable')} @click=${(event: MouseEvent) => this.rowClicked(event, path, entry)}>${boxed
      ? html`<input type="checkbox" aria-label=${entry.name} .checked=${mark === 'all'} .indeterminate=${mark === 'some'} @change=${(event: Event) => void this.tick(event, path, entry)}>` : html`<span class="no-checkbox"></span>`}${isFolder
      ? html`<button type="button" class=${cx('icon', !open && 'closed')} aria-label=${this.t('fileexplorer.expand')} aria-description=${entry.name} aria-expanded=${open ? 'true' : 'false'} @click=${() => this.toggle(path)}>${ARROW}</button>`
      : html`<span class="file-icon">${FILE}</span>`}${this.named(entry)}</span>${open ? this.folder(path, chosen) : nothing}</li>`;
  }

  private named(entry: Entry): TemplateResult {
    return this._selectable ? html`<button type="button" class="item-name">${entry.name}</button>` : html`<span class="item-name">${entry.name}</span>`;
  }
}

style('fileexplorer', styles);
customElements.define('gr-fileexplorer', GrFileExplorer);
