type Key = string | number;
export type Edit = readonly [action: 'replace' | 'append' | 'add' | 'delete', path: readonly Key[], value: unknown];

/** Applies edits one after the other. The old value stays as it was; what no edit touches is shared with it. */
export function applyEdits(value: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((current, [action, path, operand]) => edit(current, action, path, 0, operand), value);
}

function edit(target: unknown, action: Edit[0], path: readonly Key[], depth: number, operand: unknown): unknown {
  if (depth === path.length) {
    if (action === 'replace' || action === 'add') return operand;
    if (action === 'append') return `${(target as string | null) ?? ''}${operand as string}`;
    throw new Error('An edit can\'t delete the whole value');
  }
  const key = path[depth]!;
  const last = depth === path.length - 1;
  if (Array.isArray(target)) {
    const index = Number(key);
    if (last && action === 'add') return target.toSpliced(index, 0, operand);
    if (last && action === 'delete') return target.toSpliced(index, 1);
    return target.with(index, edit(target[index], action, path, depth + 1, operand));
  }
  if (typeof target !== 'object' || target === null) throw new Error(`An edit's path ${JSON.stringify(path)} leads nowhere`);
  const object = target as Record<string, unknown>;
  if (last && action === 'delete') {
    const { [key]: _gone, ...rest } = object;
    return rest;
  }
  return { ...object, [key]: edit(object[key], action, path, depth + 1, operand) };
}
