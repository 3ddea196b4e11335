import type { ProgressUnit } from './types.js';

/** `3/10 steps`, outermost first; a count over 1000 is shortened. */
export function progressUnits(units: readonly ProgressUnit[] | null | undefined): string {
  return (units ?? []).filter(u => typeof u.index === 'number')
    .map(u => `${short(u.index!)}${typeof u.length === 'number' ? `/${short(u.length)}` : ''} ${u.unit ?? 'steps'}`)
    .join(' ');
}

/** The text over the bar (`Loading - 12.3%`) and the share (0 to 1) of the innermost unit that has one. */
export function progressLevels(units: readonly ProgressUnit[] | null | undefined): { text: string; last: number | null } {
  let last: number | null = null;
  const texts: string[] = [];
  for (const unit of units ?? []) {
    const share = shareOf(unit);
    if (share !== null) last = share;
    const text = [unit.desc, share === null ? null : `${(share * 100).toFixed(1)}%`].filter(part => part !== null && part !== undefined && part !== '').join(' - ');
    if (text !== '') texts.push(text);
  }
  return { text: texts.join(' / '), last };
}

function shareOf({ progress, index, length }: ProgressUnit): number | null {
  const share = typeof progress === 'number' ? progress : typeof index === 'number' && typeof length === 'number' && length > 0 ? index / length : null;
  return share === null ? null : Math.min(1, Math.max(0, share));
}

function short(count: number): string {
  if (count < 1000) return Number.isInteger(count) ? String(count) : count.toFixed(1);
  return count < 1_000_000 ? `${(count / 1000).toFixed(1)}k` : count < 1e9 ? `${(count / 1e6).toFixed(1)}M` : `${(count / 1e9).toFixed(1)}G`;
}
