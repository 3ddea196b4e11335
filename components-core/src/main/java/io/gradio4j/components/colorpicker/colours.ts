/** How a colour is written. */
export type Notation = 'hex' | 'rgb' | 'hsl';

const canvas = document.createElement('canvas').getContext('2d');

/** Any CSS colour as `#rrggbb`; null if a text is none. Transparency is lost. */
export function toHex(text: string): string | null {
  if (!canvas || text === '' || !CSS.supports('color', text)) return null;
  canvas.fillStyle = text;
  const parsed = canvas.fillStyle;
  if (parsed.startsWith('#')) return parsed;
  const parts = /^rgba\((\d+), (\d+), (\d+)/.exec(parsed);
  return parts ? `#${parts.slice(1).map(part => Number(part).toString(16).padStart(2, '0')).join('')}` : null;
}

/** A colour in a notation; a text that is none stays as it is. */
export function written(text: string, notation: Notation): string {
  const hex = toHex(text);
  if (!hex || notation === 'hex') return hex && hex.toLowerCase() === text.toLowerCase() ? text : hex ?? text;
  const [r, g, b] = [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
  return notation === 'rgb' ? `rgb(${r}, ${g}, ${b})` : hsl(r / 255, g / 255, b / 255);
}

function hsl(r: number, g: number, b: number): string {
  const most = Math.max(r, g, b);
  const spread = most - Math.min(r, g, b);
  const lightness = most - spread / 2;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sector = spread === 0 ? 0 : most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return `hsl(${Math.round(sector * 60)}, ${Math.round(saturation * 100)}%, ${Math.round(lightness * 100)}%)`;
}
