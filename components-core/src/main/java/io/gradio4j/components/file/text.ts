const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** `1.2 KB`. */
export function sizeOf(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${(bytes / 1024 ** power).toFixed(1)} ${UNITS[power]}`;
}

/** A name without and with what is behind its last dot, dot included: the end stays to be seen where there is little room. */
export function splitName(name: string): [stem: string, end: string] {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
}
