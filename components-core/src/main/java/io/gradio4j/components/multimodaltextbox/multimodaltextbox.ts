import { cx, type FileData, GradioInput, html, icons, ifDefined, inlineText, live, nothing, property, style, styleMap, svg, type PropertyValues, type TemplateResult } from 'gradio4j';
import { acceptAttribute, droppedFiles, isAccepted } from 'gradio4j/upload/upload.js';
import styles from './multimodaltextbox.css';
import { Recorder } from './recorder.js';

interface Value { readonly text: string; readonly files: readonly FileData[] }

const EMPTY: Value = { text: '', files: [] };
const CLIP = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M20 11l-8.5 8.500a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.700l-8.5 8.500a1.6 1.6 0 0 1-2.3-2.300L14.5 7.3"/>`}</svg>`;
const SEND = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d="M12 19V5M5 12l7-7 7 7"/>`}</svg>`;
const MICROPHONE = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M6 11a6 6 0 0 0 12 0M12 17v4M9 21h6"/>`}</svg>`;
const SQUARE = html`<svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">${svg`<rect width="16" height="16" rx="2"/>`}</svg>`;

/**
 * A field for text and files, which are chosen, dropped, pasted or recorded. Submitting waits for files that are on their way.
 * Events: change, input, select (text and range), submit (Enter; Shift+Enter with several lines), focus, blur, stop.
 */
export class GrMultimodaltextbox extends GradioInput<Value> {
  @property({ attribute: false }) sources: readonly string[] | null = ['upload'];
  @property({ attribute: false }) file_types: readonly string[] | null = null;
  @property({ attribute: false }) file_count: string | null = 'single';
  @property({ attribute: false }) lines: number | null = 1;
  @property({ attribute: false }) max_lines: number | null = 20;
  @property({ attribute: false }) placeholder: string | null = null;
  @property({ attribute: false }) override autofocus = false;
  @property({ attribute: false }) autoscroll: boolean | null = true;
  @property({ attribute: false }) text_align: string | null = null;
  @property({ attribute: false }) rtl: boolean | null = false;
  @property({ attribute: false }) submit_btn: boolean | string | null = true;
  @property({ attribute: false }) stop_btn: boolean | string | null = false;
  @property({ attribute: false }) max_plain_text_length: number | null = 1000;
  @property({ attribute: false }) html_attributes: Readonly<Record<string, string | number | boolean | null>> | null = null;

  private uploads: Promise<void> = Promise.resolve();
  private uploading = 0;
  private submitting = false;
  private readonly recorder = new Recorder(() => this.requestUpdate());
  private dragging = 0;
  private following = false;

  /** The text, pictures, and the names of other files. */
  static override example(value: unknown): TemplateResult {
    const { text, files } = (value ?? EMPTY) as Value;
    return html`<span class="multimodal-example">${text ? html`<span>${text}</span>` : nothing}${(files ?? []).map(file => html`<span class="thumbnail-item">${preview(file)}</span>`)}</span>`;
  }

  private get now(): Value {
    return { text: this.value?.text ?? '', files: this.value?.files ?? [] };
  }

  private get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  private get least(): number {
    return Math.max(this.lines ?? 1, 1);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { field } = this;
    this.following = this.autoscroll !== false && changed.has('value') && field !== null && field.scrollTop + field.clientHeight >= field.scrollHeight - 100;
  }

  protected override firstUpdated(): void {
    if (this.value === null || this.value === undefined) this.set('value', EMPTY);
    if (this.autofocus) this.field?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { field } = this;
    if (field && this.following && field !== document.activeElement) field.scrollTop = field.scrollHeight;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.hush();
  }

  /** Nobody listens any more. */
  private async hush(): Promise<void> {
    await this.recorder.stop();
    this.recorder.discard();
  }

  protected override render(): TemplateResult {
    const { files } = this.now;
    const upload = !this.sources || this.sources.includes('upload');
    const more = this.file_count !== 'single' || files.length === 0;
    const button = upload && more ? this.uploadButton(files.length > 0) : nothing;
    const content = html`<div class=${cx('full-container', this.dragging > 0 && 'dragging')} role="group" aria-label=${this.t('multimodaltextbox.field')}>
      ${this.blockTitle(this.t('label.multimodaltextbox'), { validation: true, forced: this.validationError !== null })}
      <div class="input-container">${this.recording()}
        ${upload ? html`<input type="file" hidden data-testid="file-upload" aria-label=${this.t('upload.input')} tabindex="-1" ?multiple=${this.file_count !== 'single'}
          ?webkitdirectory=${this.file_count === 'directory'} accept=${acceptAttribute(this.file_types) ?? nothing} @change=${this.onChosen}>` : nothing}
        <div class=${cx('input-wrapper', files.length > 0 && 'has-files')}>
          ${files.length > 0 || this.uploading > 0 ? html`<div class="thumbnails" role="list" aria-label=${this.t('multimodaltextbox.files')} data-testid="container_el">${files.map((file, i) => this.thumbnail(file, i))}${
            this.uploading > 0 ? html`<div role="listitem"><div class="loader" role="status" aria-label=${this.t('upload.busy')}></div></div>` : nothing}${files.length > 0 && button !== nothing ? html`<div role="listitem">${button}</div>` : nothing}</div>` : nothing}
          <div class="input-row">${files.length === 0 ? button : nothing}${this.textarea()}${more ? this.microphone() : nothing}${this.button(this.submit_btn, 'submit', SEND)}${this.button(this.stop_btn, 'stop', SQUARE)}</div>
        </div>
      </div></div>`;
    return this.block(content, {
      padding: false, classes: 'multimodal-textbox', validation: false, dir: this.rtl ? 'rtl' : undefined, ...(this.dragging > 0 ? { emphasis: 'focus' as const } : {}),
      on: { dragenter: this.onDrag, dragover: this.onDrag, dragleave: this.onDrag, drop: this.onDrop, paste: this.onPaste },
    });
  }

  private uploadButton(small: boolean): TemplateResult {
    return html`<button type="button" class=${cx('upload-button', small && 'thumbnail-add')} data-testid="upload-button" aria-label=${this.t('multimodaltextbox.add')} ?disabled=${this.disabled}
      @click=${() => this.querySelector<HTMLInputElement>('input[type="file"]')?.click()}>${CLIP}</button>`;
  }

  private microphone(): TemplateResult | typeof nothing {
    if (!this.sources?.includes('microphone') || !Recorder.isPossible) return nothing;
    const { isRecording } = this.recorder;
    return html`<button type="button" class=${cx('microphone-button', isRecording && 'recording')} data-testid="microphone-button" aria-label=${this.t('multimodaltextbox.record')} aria-pressed=${isRecording}
      ?disabled=${this.disabled} @click=${this.onMicrophone}>${MICROPHONE}</button>`;
  }

  /** Above the field: that the microphone is on, then what was recorded. */
  private recording(): TemplateResult | typeof nothing {
    const { isRecording, url } = this.recorder;
    if (isRecording) return html`<div class="recording-overlay"><span class="recording-sign"></span></div>`;
    if (url === null) return nothing;
    return html`<div class="recording-overlay has-audio"><audio controls src=${url}></audio><button type="button" class="attach-button" aria-label=${this.t('multimodaltextbox.attach')} title=${this.t('multimodaltextbox.attach')}
      @click=${this.attach}>${icons.check}</button><button type="button" class="discard-button" aria-label=${this.t('multimodaltextbox.discard')} title=${this.t('multimodaltextbox.discard')} @click=${() => this.recorder.discard()}>${icons.close}</button></div>`;
  }

  private readonly attach = (): void => {
    const file = this.recorder.take();
    if (file) this.add([file]);
  };

  private readonly onMicrophone = async (): Promise<void> => {
    try {
      await (this.recorder.isRecording ? this.recorder.stop() : this.recorder.start());
      // the person may have allowed it when the field had gone
      if (!this.isConnected) await this.hush();
    } catch (error) {
      this.toast('error', error instanceof Error ? error.message : String(error));
    }
  };

  private thumbnail(file: FileData, index: number): TemplateResult {
    const name = nameOf(file);
    return html`<div class="thumbnail-wrapper" role="listitem" aria-label=${this.t('multimodaltextbox.file')}><div class="thumbnail-item" title=${name}>${preview(file)}</div>${this.disabled ? nothing : html`<button type="button" class="delete-button" aria-label=${this.t('multimodaltextbox.remove')} title=${`${this.t('common.remove')} ${name}`}
      @click=${() => this.input({ ...this.now, files: this.now.files.toSpliced(index, 1) })}>${icons.close}</button>`}</div>`;
  }

  private textarea(): TemplateResult {
    const more = this.html_attributes ?? {};
    const text = (name: string): string | undefined => more[name] === null || more[name] === undefined ? undefined : String(more[name]);
    const size = styleMap({ '--lines': String(this.least), '--max-lines': String(Math.max(this.max_lines ?? 20, this.least)), textAlign: this.text_align || undefined });
    const error = this.validationError;
    return html`<textarea data-testid="textbox" rows=${this.least} class=${cx('scroll-hide', this.show_label === false && 'no-label', error !== null && 'validation-error')} style=${size} dir=${this.rtl ? 'rtl' : nothing}
      placeholder=${this.placeholder ?? ''} aria-label=${this.label ?? this.t('label.multimodaltextbox')} aria-description=${ifDefined(inlineText(this.info))} aria-invalid=${error === null ? nothing : 'true'}
      autocapitalize=${ifDefined(text('autocapitalize'))} autocorrect=${ifDefined(text('autocorrect'))} spellcheck=${ifDefined(text('spellcheck'))} autocomplete=${ifDefined(text('autocomplete'))}
      tabindex=${ifDefined(text('tabindex'))} enterkeyhint=${ifDefined(text('enterkeyhint'))} lang=${ifDefined(text('lang'))} ?disabled=${this.disabled} .value=${live(this.now.text)}
      @input=${(event: Event) => this.input({ ...this.now, text: (event.target as HTMLTextAreaElement).value })} @keydown=${this.onKey} @select=${this.onSelect}
      @focus=${() => this.dispatch('focus')} @blur=${() => this.dispatch('blur')}></textarea>`;
  }

  private button(shown: boolean | string | null, event: 'submit' | 'stop', icon: TemplateResult): TemplateResult | typeof nothing {
    if (!shown) return nothing;
    const caption = typeof shown === 'string';
    return html`<button type="button" class=${cx(`${event}-button`, caption && 'padded-button')} data-testid="${event}-button" aria-label=${caption ? shown : this.t(`common.${event}`)}
      ?disabled=${event === 'submit' && this.disabled} @click=${event === 'submit' ? this.submit : () => this.dispatch('stop')}>${caption ? shown : icon}</button>`;
  }

  private readonly submit = async (): Promise<void> => {
    // whoever presses again while files are on their way means the same message
    if (this.submitting) return;
    this.submitting = true;
    await this.recorder.stop();
    this.attach();
    await this.uploads;
    this.submitting = false;
    this.clearStatus();
    this.dispatch('submit');
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey !== this.least > 1) return;
    event.preventDefault();
    void this.submit();
  };

  private readonly onSelect = ({ target }: Event): void => {
    const { selectionStart: start, selectionEnd: end, value } = target as HTMLTextAreaElement;
    if (start !== end && target === document.activeElement) this.dispatch('select', { value: value.slice(start, end), index: [start, end] });
  };

  private readonly onChosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.add([...input.files ?? []]);
    input.value = '';
  };

  private readonly onDrag = (event: Event): void => {
    if (this.disabled) return;
    event.preventDefault();
    if (event.type === 'dragover') return;
    this.dragging = Math.max(0, this.dragging + (event.type === 'dragenter' ? 1 : -1));
    this.requestUpdate();
  };

  private readonly onDrop = (event: Event): void => {
    if (this.disabled) return;
    event.preventDefault();
    this.dragging = 0;
    this.requestUpdate();
    const { dataTransfer } = event as DragEvent;
    if (dataTransfer) void droppedFiles(dataTransfer).then(files => this.add(files));
  };

  /** Pasted files are added; a text that is very long becomes one. */
  private readonly onPaste = (event: Event): void => {
    const { clipboardData } = event as ClipboardEvent;
    if (this.disabled || !clipboardData) return;
    const text = clipboardData.getData('text');
    const files = text.length > (this.max_plain_text_length ?? 1000) ? [new File([text], 'pasted_text.txt', { type: 'text/plain' })] : [...clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.add(files);
  };

  private add(files: readonly File[]): void {
    if (files.length === 0) return;
    const good = files.filter(file => isAccepted(file, this.file_types));
    if (good.length < files.length) {
      this.toast('error', this.t('multimodaltextbox.rejected', { n: files.length - good.length, types: (this.file_types ?? []).join(', ') }));
    }
    const room = this.file_count === 'single' ? Math.max(0, 1 - this.now.files.length) : good.length;
    if (good.length === 0 || room === 0) return;
    this.uploading += 1;
    this.requestUpdate();
    this.uploads = Promise.all([this.uploads, this.send(good.slice(0, room))]).then(() => undefined);
  }

  private async send(files: readonly File[]): Promise<void> {
    try {
      const uploaded = await this.upload(files);
      this.input({ ...this.now, files: [...this.now.files, ...uploaded] });
    } catch (error) {
      this.toast('error', error instanceof Error ? error.message : String(error));
    } finally {
      this.uploading -= 1;
      this.requestUpdate();
    }
  }
}

function nameOf(file: FileData): string {
  return file.orig_name ?? file.path.split('/').at(-1) ?? '';
}

/** A picture in small, or the name of another file. */
function preview(file: FileData): TemplateResult {
  const name = nameOf(file);
  return (file.mime_type ?? '').startsWith('image/') || /\.(png|jpe?g|gif|webp|avif|bmp)$/i.test(name) ? html`<img src=${file.url ?? file.path} alt=${name}>` : html`<span class="thumbnail-name">${name}</span>`;
}

style('multimodaltextbox', styles);
customElements.define('gr-multimodaltextbox', GrMultimodaltextbox);
