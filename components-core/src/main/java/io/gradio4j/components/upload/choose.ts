/** Which files may be chosen: by the ends of their names, by kind, or by media type. The server checks again. */

const KINDS: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'text', 'file']);

export type Accept = string | readonly string[] | null | undefined;

function list(accept: Accept): readonly string[] {
  return typeof accept === 'string' ? accept.split(',').map(entry => entry.trim()).filter(entry => entry !== '') : accept ?? [];
}

/** Entries in one form: `.ext`, `kind/*` or a media type. */
function normal(accept: Accept): string[] {
  return list(accept).map(entry => (entry.startsWith('.') || entry.includes('/') ? entry : KINDS.has(entry) ? `${entry}/*` : entry === '*' ? 'file/*' : `.${entry}`).toLowerCase());
}

/** For the attribute `accept`, which knows just the last part of `.tar.gz`; null for anything. */
export function acceptAttribute(accept: Accept): string | null {
  const entries = normal(accept);
  if (entries.length === 0 || entries.includes('file/*')) return null;
  return [...new Set(entries.flatMap(entry => (entry.startsWith('.') && entry.lastIndexOf('.') > 0 ? [entry, entry.slice(entry.lastIndexOf('.'))] : [entry])))].join(',');
}

export function isAccepted(file: Pick<File, 'name' | 'type'>, accept: Accept): boolean {
  const entries = normal(accept);
  const name = file.name.toLowerCase();
  return entries.length === 0 || entries.some(entry => {
    if (entry === 'file/*' || entry === '*/*') return true;
    if (entry.startsWith('.')) return name.endsWith(entry) && name.length > entry.length;
    return entry.endsWith('/*') ? file.type.startsWith(entry.slice(0, -1)) : file.type === entry;
  });
}

/** All files that were dropped, those in folders, too. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null);
  if (!entries.some(entry => entry.isDirectory)) return [...transfer.files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: File[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...(await Promise.all(some.map(filesOf))).flat());
  }
}
