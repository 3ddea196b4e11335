import { cx, GradioInput, html, ifDefined, inlineText, live, nothing, property, state, style, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import styles from './datetime.css';

const CALENDAR = html`<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">${svg`<path d="M4 5h16v15H4zM4 9.5h16M8 3v4m8-4v4"/>`}</svg>`;
const RELATIVE = /^now(-\d+[dhms])?$/;

/**
 * A date and a time, or a date alone (`include_time` false): a text, and the browser's own calendar. The text may also be `now - 5m` and the
 * like. Event: submit (Enter).
 */
export class GrDateTime extends GradioInput<string> {
  @property({ attribute: false }) include_time: boolean | null = true;
  /** What is typed and not taken yet. */
  @state() private typed: string | null = null;

  private get withTime(): boolean {
    return this.include_time !== false;
  }

  private get text(): string {
    return this.typed ?? (this.value === null || this.value === undefined ? '' : String(this.value));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.typed = null;
  }

  protected override render(): TemplateResult {
    const hint = this.withTime ? 'YYYY-MM-DD HH:MM:SS' : 'YYYY-MM-DD';
    const valid = isDate(this.text, this.withTime);
    const label = this.label ?? this.t('label.datetime');
    return this.block(html`<div class="label-content">${this.toolbar()}${this.blockTitle(this.t('label.datetime'), { validation: true, forced: this.validationError !== null })}</div><div class="timebox"><input class=${cx('time', !valid && 'invalid')} type="text"
      aria-label=${label} aria-description=${ifDefined(inlineText(this.info))} aria-invalid=${valid && this.validationError === null ? nothing : 'true'} placeholder=${hint} autocomplete="off" spellcheck="false" ?disabled=${this.disabled}
      .value=${live(this.text)} @input=${this.onType} @blur=${() => this.commit()} @keydown=${this.onKey}>${this.disabled ? nothing : html`<input class="native" type=${this.withTime ? 'datetime-local' : 'date'} step=${this.withTime ? 1 : nothing} tabindex="-1"
      aria-hidden="true" .value=${live(valid ? toNative(this.text) : '')} @change=${this.onPick}><button type="button" class="calendar" aria-label=${this.t('datetime.calendar')} title=${this.t('datetime.calendar')} @click=${this.pick}>${CALENDAR}</button>`}</div>`,
    { validation: false });
  }

  private onType(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    if (this.commit()) this.dispatch('submit');
  }

  /** Takes what is typed if it is a date; says whether there is nothing wrong with it. */
  private commit(): boolean {
    if (!isDate(this.text, this.withTime)) return false;
    if (this.typed !== null && this.typed !== (this.value ?? '')) this.input(this.typed);
    this.typed = null;
    return true;
  }

  private pick(): void {
    try {
      this.querySelector<HTMLInputElement>('.native')?.showPicker();
    } catch {
      // in a frame of another site's page browsers open no calendar: a date can still be typed
      this.querySelector<HTMLInputElement>('.time')?.focus();
    }
  }

  private onPick(event: Event): void {
    const picked = (event.target as HTMLInputElement).value;
    const [date = '', time] = picked.split('T');
    this.input(time === undefined ? date : `${date} ${time.length === 5 ? `${time}:00` : time.slice(0, 8)}`);
  }
}

/** Whether a text is a date as the server takes it, or nothing at all. */
export function isDate(text: string, withTime: boolean): boolean {
  if (text.trim() === '' || RELATIVE.test(text.replace(/\s/g, ''))) return true;
  const parts = (withTime ? /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$/ : /^(\d{4})-(\d{1,2})-(\d{1,2})$/).exec(text.trim());
  if (!parts) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

/** A date as the browser's calendar writes it; nothing for a time before now. */
function toNative(text: string): string {
  if (!/^\s*\d/.test(text)) return '';
  const [date = '', time] = text.trim().split(' ');
  const padded = date.split('-').map(part => part.padStart(2, '0')).join('-');
  return time === undefined ? padded : `${padded}T${time.split(':').map(part => part.padStart(2, '0')).join(':')}`;
}

style('datetime', styles);
customElements.define('gr-datetime', GrDateTime);
