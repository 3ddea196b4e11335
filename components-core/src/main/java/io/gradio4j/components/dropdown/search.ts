import { choicesOf, type Choice, type Scalar } from '../choice/choices.js';

/** Finds choices by what is typed, and names by values, fast for any number of them. */
export class Search {
  readonly choices: readonly Choice[];
  #lower: readonly string[] | null = null;
  #positions: Map<Scalar, number> | null = null;
  #all: readonly number[] | null = null;
  #last: { readonly text: string; readonly found: readonly number[] } | null = null;

  constructor(choices: unknown) {
    this.choices = choicesOf(choices);
  }

  /** The positions of the choices whose names contain a text, in any case. */
  matching(text: string): readonly number[] {
    const wanted = text.toLowerCase();
    if (wanted === '') return this.#all ??= this.choices.map((_, i) => i);
    if (this.#last?.text === wanted) return this.#last.found;
    const lower = this.#lower ??= this.choices.map(([name]) => name.toLowerCase());
    // what does not contain a text contains no longer one that begins with it
    const among = this.#last && wanted.startsWith(this.#last.text) ? this.#last.found : this.matching('');
    const found = among.filter(i => lower[i]!.includes(wanted));
    this.#last = { text: wanted, found };
    return found;
  }

  /** The position of a value; -1 for none. */
  find(value: unknown): number {
    if (!this.#positions) {
      this.#positions = new Map();
      for (const [i, [, wire]] of this.choices.entries()) if (!this.#positions.has(wire)) this.#positions.set(wire, i);
    }
    return this.#positions.get(value as Scalar) ?? -1;
  }

  /** The position of the choice that is called exactly so; -1 for none. */
  named(name: string): number {
    return this.choices.findIndex(([other]) => other === name);
  }

  /** What is read for a value; a value that is no choice for itself. */
  name(value: Scalar): string {
    const found = this.find(value);
    return found < 0 ? String(value) : this.choices[found]![0];
  }
}
