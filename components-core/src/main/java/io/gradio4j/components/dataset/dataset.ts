import { cx, GradioElement, html, nothing, property, repeat, style, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './dataset.css';
import { pagesAround } from './pages.js';

type Row = readonly unknown[];
type Example = (value: unknown, props: Readonly<Record<string, unknown>>) => TemplateResult | string;

const LIST = html`<svg viewBox="0 0 24 24" width="12" height="12" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${svg`<path d="M9 6h12M9 12h12M9 18h12M4 6h.1M4 12h.1M4 18h.1"/>`}</svg>`;

/** Samples of some components' values; each is drawn by the `example` of its component. Events of a click: change, click, select {index, value}. */
export class GrDataset extends GradioElement<number> {
  @property({ attribute: false }) components: readonly { readonly name: string }[] | null = null;
  @property({ attribute: false }) component_props: readonly Readonly<Record<string, unknown>>[] | null = null;
  @property({ attribute: false }) samples: readonly Row[] | null = null;
  @property({ attribute: false }) headers: readonly string[] | null = null;
  @property({ attribute: false }) layout: 'gallery' | 'table' | null = null;
  @property({ attribute: false }) samples_per_page: number | null = 10;
  @property({ attribute: false }) sample_labels: readonly string[] | null = null;

  private page = 0;
  private examples: readonly (Example | null)[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('samples')) this.page = 0;
    if (changed.has('components')) void this.loadExamples();
  }

  /** The components' own modules say how their values look; until they are there, values stand as text. */
  private async loadExamples(): Promise<void> {
    const types = (this.components ?? []).map(({ name }) => name);
    this.examples = await Promise.all(types.map(async name => {
      const type = await this.host?.type(name);
      return type ? (value, props) => type.example(value, props) : null;
    }));
    this.requestUpdate();
  }

  private cell(row: Row, column: number): TemplateResult | string {
    const example = this.examples[column] ?? ((value, props) => GradioElement.example(value, props));
    return example(row[column] ?? null, this.component_props?.[column] ?? {});
  }

  private choose(index: number): void {
    this.input(index);
    this.dispatch('click');
    this.dispatch('select', { index, value: this.samples?.[index] ?? null });
  }

  protected override render(): TemplateResult {
    const labels = this.sample_labels;
    const rows = (this.samples ?? []).map((row, index) => ({ row, index })).filter(({ row }) => row.length > 0);
    const gallery = this.layout !== 'table' && ((this.components ?? []).length < 2 || labels !== null);
    const shown = gallery && !labels ? rows.filter(({ row }) => row[0] !== null && row[0] !== undefined) : rows;
    const size = this.samples_per_page ?? 10;
    const part = shown.slice(this.page * size, (this.page + 1) * size);
    const label = this.label ?? this.t('label.dataset');
    return this.block(html`<div class=${cx('label', this.show_label === false && 'sr-only')}>${LIST}<span>${label}</span></div>${gallery ? html`<div class="gallery">${part.map(({ row, index }) => html`<button type="button"
        class="gallery-item" @click=${() => this.choose(index)}>${labels ? labels[index] ?? '' : this.cell(row, 0)}</button>`)}</div>` : this.table(part, label)}${shown.length > size
      ? this.pages(Math.ceil(shown.length / size)) : nothing}`, { container: false, padding: false, status: 'none', testid: 'dataset' });
  }

  private table(rows: readonly { row: Row; index: number }[], label: string): TemplateResult {
    const columns = (this.components ?? []).map(({ name }) => name);
    const head = this.headers ?? [];
    return html`<div class="table-wrap"><table role="grid" aria-label=${label} @keydown=${this.onKey}>${head.length > 0 ? html`<thead><tr class="tr-head">${head.map(header => html`<th scope="col">${header}</th>`)}</tr></thead>` : nothing}
      <tbody>${rows.map(({ row, index }, i) => html`<tr class="tr-body" tabindex=${i === 0 ? 0 : -1} @click=${() => this.choose(index)}>${columns.map((name, column) => html`<td class=${name}>${this.cell(row, column)}</td>`)}</tr>`)}</tbody></table></div>`;
  }

  /** One row is a stop of the Tab key; arrows go to the others, Enter and the space bar choose. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('.tr-body');
    if (!row || event.target !== row) return;
    const rows = [...row.parentElement!.children] as HTMLElement[];
    const go = (index: number): void => {
      const next = rows[Math.max(0, Math.min(index, rows.length - 1))]!;
      rows.forEach(other => { other.tabIndex = other === next ? 0 : -1; });
      next.focus();
    };
    switch (event.key) {
      case 'ArrowDown': go(rows.indexOf(row) + 1); break;
      case 'ArrowUp': go(rows.indexOf(row) - 1); break;
      case 'Home': go(0); break;
      case 'End': go(rows.length - 1); break;
      case 'Enter':
      case ' ': row.click(); break;
      default: return;
    }
    event.preventDefault();
  };

  private pages(count: number): TemplateResult {
    return html`<div class="paginate" role="group" aria-label=${this.t('dataset.pages')}><span>${this.t('dataset.pages')}:</span>${repeat(pagesAround(this.page, count), (page, i) => page ?? `gap${i}`, page => (page === null ? html`<span>...</span>`
      : html`<button type="button" class=${cx(page === this.page && 'current-page')} aria-current=${page === this.page ? 'page' : nothing} @click=${() => {
        this.page = page;
        this.requestUpdate();
      }}>${page + 1}</button>`))}</div>`;
  }
}

style('dataset', styles);
customElements.define('gr-dataset', GrDataset);
