import type { ClientFrame } from './messages.js';

/** Whether some value of a frame is a file that is not on the server yet. */
export function hasFiles(data: readonly unknown[] | undefined): boolean {
  return data?.some(value => value instanceof Blob) ?? false;
}

/** The name that a file has on the server. */
export function nameOf(file: Blob): string {
  return file instanceof File ? file.name : 'blob';
}

/**
 * A frame as it goes over the WebSocket: JSON as text; or, with files among its values, the length of the JSON in four bytes, the JSON, and
 * the files, which spares an upload before each piece of a recording.
 */
export function encoded(frame: ClientFrame): string | Blob {
  const data = 'data' in frame ? frame.data : undefined;
  if (!data || !hasFiles(data)) return JSON.stringify(frame);
  const files = data.flatMap((value, index) => value instanceof Blob ? [{ index, name: nameOf(value), mime_type: value.type, size: value.size }] : []);
  const json = new TextEncoder().encode(JSON.stringify({ ...frame, data: data.map(value => value instanceof Blob ? null : value), files }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length);
  return new Blob([length, json, ...data.filter(value => value instanceof Blob)]);
}
