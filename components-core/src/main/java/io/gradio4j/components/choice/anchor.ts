const GAP = 4;

export interface AnchorOptions {
  /** The greatest height. */
  readonly highest: number;
  /** The height for which a place below the field will do, though there is more room above. */
  readonly lowest: number;
  /** Whether it is as wide as the field. */
  readonly wide: boolean;
}

/** Puts a popover, which is in the top layer, below a field, or above it where there is more room. */
export function anchor(popover: HTMLElement, field: Element, { highest, lowest, wide }: AnchorOptions): void {
  const { left, right, top, bottom, width } = field.getBoundingClientRect();
  // a keyboard on the screen covers the lower part of the window
  const seen = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight;
  const below = seen - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  const under = below >= Math.min(lowest, popover.scrollHeight) || below >= above;
  const start = getComputedStyle(field).direction === 'rtl' ? Math.max(GAP, right - popover.offsetWidth) : left;
  const rightmost = Math.max(GAP, innerWidth - popover.offsetWidth - GAP);
  Object.assign(popover.style, {
    left: `${wide ? left : Math.min(start, rightmost)}px`, width: wide ? `${width}px` : '', maxHeight: `${Math.min(highest, under ? below : above)}px`,
    top: under ? `${bottom + GAP}px` : 'auto', bottom: under ? 'auto' : `${innerHeight - top + GAP}px`,
  });
}
