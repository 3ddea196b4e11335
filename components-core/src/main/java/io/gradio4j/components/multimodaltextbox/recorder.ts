/** What browsers can record, the best first, and how such files end. */
const FORMATS: Readonly<Record<string, string>> = { 'audio/ogg': 'ogg', 'audio/mp4': 'm4a', 'audio/webm': 'weba' };

/** Records what a microphone hears, and keeps it until it is taken or thrown away. */
export class Recorder {
  readonly #changed: () => void;
  #recording: MediaRecorder | null = null;
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
    this.discard();
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
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
    this.#file = new File(pieces, `audio.${FORMATS[type] ?? 'weba'}`, { type });
    this.#url = URL.createObjectURL(this.#file);
    this.#changed();
  }

  /** What was recorded, which is no more kept. */
  take(): File | null {
    const file = this.#file;
    this.discard();
    return file;
  }

  discard(): void {
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#file = null;
    this.#url = null;
    this.#changed();
  }
}
