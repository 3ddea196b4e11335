/** Whether a file is one of the wanted types: `image`, `.json`, `image/*`. The server decides again. */
export function accepts(types: readonly string[] | null, { name, type }: { readonly name: string; readonly type: string }): boolean {
  if (!types || types.length === 0) return true;
  return types.some(wanted => {
    const lower = wanted.toLowerCase();
    if (lower.startsWith('.')) return name.toLowerCase().endsWith(lower) && name.length > lower.length;
    if (lower === 'file' || lower === 'file/*' || lower === '*') return true;
    const kind = lower.replace(/\/\*$/, '');
    return kind.includes('/') ? kind === type : type.startsWith(`${kind}/`);
  });
}

/** What the browser's file dialog offers; undefined for everything. */
export function nativeAccept(types: readonly string[] | null): string | undefined {
  if (!types || types.length === 0 || types.some(type => ['file', 'file/*', '*'].includes(type))) return undefined;
  return types.map(type => type.startsWith('.') || type.includes('/') ? type : `${type}/*`).join(',');
}
