/** What browsers can record, the best first, and how such files end. */
const FORMATS: Readonly<Record<string, string>> = { 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/webm': 'weba' };

/** Records what a microphone hears, and keeps it until it is taken or thrown away. */
export class Recorder {
  readonly #changed: () => void;
  #recording: MediaRecorder | null = null;
  /** The person is asked for the microphone. */
  #asking = false;
  #file: File | null = null;
  #url: string | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Browsers give a microphone to pages of `https` and of this computer only. */
  static get isPossible(): boolean {
    return typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined;
  }

  get isRecording(): boolean {
    return this.#recording !== null;
  }

  /** Where what was recorded can be listened to; null when there is nothing. */
  get url(): string | null {
    return this.#url;
  }

  /** Begins anew; rejects when the person or the browser refuses the microphone. */
  async start(): Promise<void> {
    if (this.#asking) return;
    this.discard();
    this.#asking = true;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).finally(() => { this.#asking = false; });
    const type = Object.keys(FORMATS).find(format => MediaRecorder.isTypeSupported(format));
    this.#recording = new MediaRecorder(stream, type === undefined ? {} : { mimeType: type });
    this.#recording.start();
    this.#changed();
  }

  /** Ends when what was recorded is there. */
  async stop(): Promise<void> {
    const recording = this.#recording;
    if (!recording) return;
    this.#recording = null;
    const pieces: Blob[] = [];
    recording.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    const stopped = new Promise(done => recording.addEventListener('stop', done, { once: true }));
    recording.stop();
    await stopped;
    for (const track of recording.stream.getTracks()) track.stop();
    const type = recording.mimeType.split(';')[0]!;
    const file = new File(pieces, `audio.${FORMATS[type] ?? 'weba'}`, { type });
    // pressed twice within a moment: nothing was heard
    if (file.size > 0) {
      this.#url = await dataUrl(file);
      this.#file = file;
    }
    this.#changed();
  }

  /** What was recorded, which is no more kept. */
  take(): File | null {
    const file = this.#file;
    this.discard();
    return file;
  }

  discard(): void {
    this.#file = null;
    this.#url = null;
    this.#changed();
  }
}

/** The content as an address, which needs not be given back. */
function dataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(file.name)));
    reader.readAsDataURL(file);
  });
}
