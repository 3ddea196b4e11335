import { say } from './i18n.js';
import type { FileData } from './types.js';

const BATCH = 1000;

/** Sends files to the app's cache. Rejects with a readable message. */
export async function upload(api: string, root: string, files: readonly File[], progress: (loaded: number, total: number) => void): Promise<FileData[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const result: FileData[] = [];
  let before = 0;
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    const paths = await send(`${api}/upload`, batch, loaded => progress(Math.min(total, before + loaded), total));
    before += batch.reduce((sum, file) => sum + file.size, 0);
    batch.forEach((file, i) => {
      const path = paths[i] ?? '';
      result.push({ path, url: `${root}/gradio_api/file=${path}`, orig_name: file.name, size: file.size, mime_type: file.type, meta: { _type: 'gradio.FileData' } });
    });
  }
  return result;
}

/** fetch knows no upload progress, so it is the older request. */
function send(url: string, files: readonly File[], progress: (loaded: number) => void): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const file of files) form.append('files', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = event => progress(event.loaded);
    request.onerror = () => reject(new Error(say('upload.unreachable')));
    request.onload = () => {
      if (request.status !== 200) return reject(new Error(reason(request.responseText) || say('upload.status', { status: request.status })));
      resolve(JSON.parse(request.responseText) as string[]);
    };
    request.send(form);
  });
}

function reason(body: string): string {
  try {
    return String((JSON.parse(body) as { detail?: unknown }).detail ?? '');
  } catch {
    return body.slice(0, 200);
  }
}

/** `1.5 Mb`, as the server writes it. */
export function sizeText(bytes: number): string {
  const units = ['b', 'Kb', 'Mb', 'Gb', 'Tb'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(1)} ${units[unit]}`;
}

/** The uploads that are under way, by component. */
export class PendingUploads {
  readonly #running = new Map<number, Set<Promise<unknown>>>();

  /** Notes an upload until it is over. */
  track<T>(id: number, upload: Promise<T>): Promise<T> {
    const running = this.#running.get(id) ?? new Set();
    this.#running.set(id, running.add(upload));
    const over = (): void => { running.delete(upload); };
    upload.then(over, over);
    return upload;
  }

  /** Ends when the uploads of some components are over, and the components have taken the files; null when there are none. */
  of(ids: readonly number[]): Promise<void> | null {
    const running = ids.flatMap(id => [...this.#running.get(id) ?? []]);
    return running.length === 0 ? null : Promise.allSettled(running).then(() => new Promise(taken => setTimeout(taken)));
  }
}
