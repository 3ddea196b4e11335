/** The colours of a mark: behind the text, and of its label with white letters. */
export interface Shade {
  readonly soft: string;
  readonly strong: string;
}

/** Strong enough for white letters, soft enough for black ones. */
const NAMED: Readonly<Record<string, Shade>> = {
  red: { strong: '#b91c1c', soft: '#fee2e2' }, green: { strong: '#15803d', soft: '#dcfce7' }, blue: { strong: '#1d4ed8', soft: '#dbeafe' },
  yellow: { strong: '#854d0e', soft: '#fef9c3' }, purple: { strong: '#7e22ce', soft: '#f3e8ff' }, teal: { strong: '#0f766e', soft: '#ccfbf1' },
  orange: { strong: '#c2410c', soft: '#ffedd5' }, cyan: { strong: '#0e7490', soft: '#cffafe' }, lime: { strong: '#4d7c0f', soft: '#ecfccb' },
  pink: { strong: '#be185d', soft: '#fce7f3' },
};

const IN_TURN = Object.values(NAMED);

/** A colour for each category: the app's, else the next one of ours. */
export function shadesOf(categories: readonly string[], colors: Readonly<Record<string, string>> | null): ReadonlyMap<string, Shade> {
  return new Map(categories.map((category, i) => {
    const given = colors?.[category];
    return [category, given === undefined ? IN_TURN[i % IN_TURN.length]! : NAMED[given.toLowerCase()] ?? mixed(given)];
  }));
}

/** Any colour, so that letters on it can be read. */
function mixed(color: string): Shade {
  return { strong: `oklch(from ${color} min(l, 0.5) c h)`, soft: `color-mix(in srgb, ${color} 25%, white)` };
}

/** Red for positive scores, violet for negative ones, the deeper the farther from 0. */
export function shadeOfScore(score: number): string {
  const part = Math.min(Math.abs(score), 1) * 60;
  return `color-mix(in srgb, ${score < 0 ? 'rgb(128 90 213)' : 'rgb(239 68 60)'} ${part}%, white)`;
}
