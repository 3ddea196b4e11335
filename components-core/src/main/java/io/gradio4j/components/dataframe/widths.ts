import { textOf, type Datatype, type Frame } from './data.js';

const CHARACTER = 8.45;
const PADDING = 18;
const MENU = 26;
/** A header's padlock, or its checkbox. */
const MARK = 22;
const LEAST = 56;
const MOST = 420;
/** So many rows tell how wide a column is. */
const SAMPLE = 200;

/** How wide each column is, in px: as the app says, else by content; what is left of the table's width goes to the columns without a fixed one. */
export function widthsOf({ headers, data }: Frame, given: readonly unknown[], types: readonly Datatype[], available: number, mayEdit: (column: number) => boolean): number[] {
  const step = Math.max(1, Math.floor(data.length / SAMPLE));
  const fixed = headers.map((_, i) => length(given[i], available));
  const widths = headers.map((header, i) => {
    if (fixed[i] !== null) return fixed[i]!;
    let longest = 0;
    for (let row = 0; row < data.length; row += step) longest = Math.max(longest, characters(data[row]![i], types[i]!));
    const wanted = Math.max(textOf(header).length * CHARACTER + MENU + (types[i] === 'bool' || !mayEdit(i) ? MARK : 0), longest * CHARACTER) + PADDING;
    return Math.min(Math.max(wanted, LEAST), MOST);
  });
  const sum = widths.reduce((a, b) => a + b, 0);
  const flexible = widths.reduce((total, width, i) => total + (fixed[i] === null ? width : 0), 0);
  if (sum >= available || flexible === 0) return widths;
  const factor = (flexible + available - sum) / flexible;
  return widths.map((width, i) => (fixed[i] === null ? width * factor : width));
}

function characters(cell: unknown, type: Datatype): number {
  if (type === 'bool') return 2;
  if (type === 'image') return 12;
  const text = textOf(cell);
  return Math.min(type === 'str' || type === 'number' || type === 'date' ? text.length : text.replace(/<[^>]*>/g, '').length, 60);
}

function length(given: unknown, available: number): number | null {
  if (typeof given === 'number') return given;
  const match = typeof given === 'string' ? /^(\d+(?:\.\d+)?)(px|%)?$/.exec(given.trim()) : null;
  if (!match) return null;
  // a part of a narrow window may be too little for anything to be read
  return match[2] === '%' ? Math.max(LEAST, (available * Number(match[1])) / 100) : Number(match[1]);
}
