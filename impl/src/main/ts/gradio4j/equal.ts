/** Whether two wire values are the same; an absent value and null are. */
export function equal(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  if (typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) return a.length === (b as unknown[]).length && a.every((item, i) => equal(item, (b as unknown[])[i]));
  // What is in a file can only be seen later
  if (a instanceof Blob) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  // What else is said of an uploaded file depends on who says it, the browser or the server
  if (isFile(left) && isFile(right)) return left['path'] === right['path'] && equal(left['orig_name'], right['orig_name']);
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every(key => Object.hasOwn(right, key) && equal(left[key], right[key]));
}

function isFile({ path, meta }: Record<string, unknown>): boolean {
  return typeof path === 'string' && typeof meta === 'object' && meta !== null && (meta as { _type?: unknown })._type === 'gradio.FileData';
}
