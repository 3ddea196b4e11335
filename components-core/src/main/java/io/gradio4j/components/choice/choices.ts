/** Choices on the wire: what is read, and the value. */
export type Scalar = string | number | boolean;
export type Choice = readonly [name: string, value: Scalar];

/** What a list of choices is, whatever an app sends. */
export function choicesOf(choices: unknown): readonly Choice[] {
  return Array.isArray(choices) ? choices.map(toChoice) : [];
}

function toChoice(choice: unknown): Choice {
  return Array.isArray(choice) ? [String(choice[0]), choice[1] as Scalar] : [String(choice), choice as Scalar];
}

/** The names of a value or of several, for a table of examples. */
export function namesOf(value: unknown, props: Readonly<Record<string, unknown>>): string {
  const names = new Map(choicesOf(props['choices']).map(([name, value]) => [value, name]));
  return (Array.isArray(value) ? value : [value]).filter(v => v !== null && v !== undefined).map(v => names.get(v as Scalar) ?? String(v)).join(', ');
}
