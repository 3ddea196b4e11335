/** What stands in a field of a number: what is typed there as long as it means the value ("1.50"), or none yet ("-"); else the value. */
export function textOf(field: HTMLInputElement | null, value: number | null | undefined, isNew: boolean): string {
  if (field && field === document.activeElement && (!isNew || field.valueAsNumber === value)) return field.value;
  return typeof value === 'number' ? String(value) : '';
}
