import { cx, html, icons, nothing, ref, styleMap, type FileData, type GradioElement, type ReactiveController, type TemplateResult } from 'gradio4j';
import { acceptAttribute, droppedFiles, isAccepted, type Accept } from './choose.js';

export interface UploadOptions {
  /** What may be chosen: `.csv`, `image`, `image/*`. Default: anything. */
  readonly accept?: Accept;
  readonly count?: string | null;
  /** Which word stands in "Drop … Here". Default `file`. */
  readonly kind?: 'file' | 'image' | 'audio' | 'video' | 'media' | 'csv';
  /** The accessible name. Default "Click to upload or drop files". */
  readonly label?: string;
  /** The height of the area. */
  readonly height?: string | undefined;
  /** What stands instead of the words. */
  readonly content?: TemplateResult;
}

/**
 * Takes files for an element: by a dialog, dropped or pasted, checked, uploaded, and handed to `done` in order. Refusals and failures are shown as
 * toasts. An element makes one, draws `area(…)` where it has no value, and passes `on` and `emphasis` to its block:
 *
 *     private readonly uploads = new Uploads(this, files => this.took(files), () => ({ accept: this.file_types, count: this.file_count }));
 */
export class Uploads implements ReactiveController {
  /** Something is dragged over the area. */
  dragging = false;
  /** The names of the files that are being uploaded; null when none are. */
  names: readonly string[] | null = null;

  readonly #element: GradioElement<unknown>;
  readonly #done: (files: FileData[]) => void;
  readonly #options: () => UploadOptions;
  #loaded = 0;
  #input: HTMLInputElement | undefined;

  constructor(element: GradioElement<unknown>, done: (files: FileData[]) => void, options: () => UploadOptions) {
    this.#element = element;
    this.#done = done;
    this.#options = options;
    this.#element.addController(this);
  }

  hostDisconnected(): void {
    this.dragging = false;
  }

  /** How much of the files is there, from 0 to 100. */
  get loaded(): number {
    return this.#loaded;
  }

  /** Opens the dialog, unless files are being uploaded. */
  readonly open = (): void => {
    if (!this.#input || this.names) return;
    this.#input.value = '';
    this.#input.click();
  };

  /** The hidden control behind the dialog. */
  input(testid = 'file-upload'): TemplateResult {
    const { accept, count } = this.#options();
    return html`<input type="file" class="hide" data-testid=${testid} aria-label=${this.#element.t('upload.input')} tabindex="-1" accept=${acceptAttribute(accept) ?? nothing}
      ?multiple=${count === 'multiple'} ?webkitdirectory=${count === 'directory'} ?mozdirectory=${count === 'directory'}
      @change=${() => void this.take(this.#input?.files ?? [])} ${ref(input => { this.#input = input as HTMLInputElement | undefined; })}>`;
  }

  /** The place where files are dropped, or chosen by a click; while they are uploaded, how far that is. */
  area(): TemplateResult {
    if (this.names) return this.#progress(this.names);
    const { kind = 'file', label, height, content } = this.#options();
    const t = this.#element.t;
    const words = [t(`upload.drop_${kind}`), t('upload.or'), t('upload.click')] as const;
    // what can be read is part of the name, for people who speak to their computer
    const name = `${label ?? t('upload.label')}${content ? '' : `: ${words.join(' ')}`}`;
    return html`<button type="button" class=${cx('upload-area', 'center', 'boundedheight', 'flex')} style=${styleMap({ height: height ?? '100%', minHeight: height && 'min-content' })} aria-label=${name}
      @click=${this.open}>${content ?? html`<div class="wrap"><span class="icon-wrap" aria-hidden="true">${icons.upload}</span>${words[0]} <span class="or">${words[1]}</span> ${words[2]}</div>`}</button>${this.input()}`;
  }

  /** For the block: what is dragged over it, dropped on it or pasted into it. */
  get on(): Readonly<Partial<Record<'dragenter' | 'dragover' | 'dragleave' | 'drop' | 'paste', (event: Event) => void>>> {
    return { dragenter: this.#enter, dragover: this.#over, dragleave: this.#leave, drop: this.#drop, paste: this.#paste };
  }

  /** For the block: an accent border while something is dragged over it. */
  get emphasis(): 'focus' | undefined {
    return this.dragging ? 'focus' : undefined;
  }

  /** Checks and uploads files; what is not accepted is refused, the rest goes on. */
  async take(files: Iterable<File>): Promise<void> {
    const { accept, count } = this.#options();
    const all = [...files];
    const fitting = all.filter(file => isAccepted(file, accept));
    if (fitting.length < all.length) this.#element.toast('error', this.#element.t('upload.invalid_type', { types: acceptAttribute(accept) ?? '' }));
    const chosen = count === 'multiple' || count === 'directory' ? fitting : fitting.slice(0, 1);
    if (chosen.length === 0) return;
    this.names = chosen.map(file => file.name);
    this.#loaded = 0;
    this.#element.requestUpdate();
    try {
      const uploaded = await this.#element.upload(chosen, (loaded, total) => {
        this.#loaded = total === 0 ? 0 : Math.round((loaded / total) * 100);
        this.#element.requestUpdate();
      });
      this.names = null;
      this.#done(uploaded);
    } catch (error) {
      this.#element.toast('error', (error as Error).message);
    } finally {
      this.names = null;
      this.#element.requestUpdate();
    }
  }

  #progress(names: readonly string[]): TemplateResult {
    const text = this.#element.t(names.length === 1 ? 'upload.uploading_one' : 'upload.uploading', { n: names.length });
    return html`<div class="upload-progress wrap progress" role="status"><span class="uploading">${text}</span>
      <div class="file"><span class="ring" style=${styleMap({ '--upload-progress-width': `${this.#loaded}%` })}></span><progress class="sr-only" max="100" value=${this.#loaded} aria-label=${text}></progress>
      <span class="file-name">${names.length === 1 ? names[0] : `${names[0]} …`}</span></div></div>`;
  }

  #set(dragging: boolean): void {
    this.dragging = dragging;
    this.#element.requestUpdate();
  }

  readonly #enter = (event: Event): void => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#set(true);
  };

  readonly #over = (event: Event): void => {
    if (hasFiles(event)) event.preventDefault();
  };

  readonly #leave = (event: Event): void => {
    const to = (event as DragEvent).relatedTarget;
    if (!(to instanceof Node && (event.currentTarget as Node).contains(to))) this.#set(false);
  };

  readonly #drop = (event: Event): void => {
    const { dataTransfer } = event as DragEvent;
    if (!dataTransfer || !hasFiles(event)) return;
    event.preventDefault();
    this.#set(false);
    void droppedFiles(dataTransfer).then(files => this.take(files));
  };

  readonly #paste = (event: Event): void => {
    const files = [...((event as ClipboardEvent).clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.take(files);
  };
}

function hasFiles(event: Event): boolean {
  return (event as DragEvent).dataTransfer?.types.includes('Files') ?? false;
}
