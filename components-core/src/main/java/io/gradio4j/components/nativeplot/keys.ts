import type { View } from './vega.js';

/** A bar, point or point of a line, as it is drawn. */
interface Mark {
  /** What its tooltip says. */
  readonly text: string;
  readonly series: unknown;
  /** Where it is along the x axis, in pixels of the axis. */
  readonly from: number;
  readonly to: number;
  readonly element: Element;
  readonly box: DOMRect;
}

/** What of Vega's picture is read here. */
interface Item {
  readonly marktype?: string;
  readonly role?: string;
  readonly name?: string;
  readonly items?: readonly Item[];
  readonly datum?: Readonly<Record<string, unknown>>;
  readonly description?: string;
  readonly tooltip?: unknown;
  readonly x?: number;
  readonly width?: number;
  readonly _svg?: Element | null;
}

const DRAWN = ['rect', 'symbol'];
/** Where Vega-Lite keeps the ends of a selection in pixels: `brush_x` is the same in the units of the data, whose column is called x, too. */
const BRUSH = 'brush_x_1';

/**
 * The keyboard's way through a chart: arrows go from mark to mark, Home and End to the first and the last, Enter selects the part of the x axis
 * that belongs to the mark, and with Shift those up to the next one.
 */
export class Keys {
  private view: View | null = null;
  private at: Mark | null = null;
  private anchor: Mark | null = null;

  /**
   * `place` is what has the focus and holds the picture and `ring`, which shows where one is; `say` tells it to who cannot see that. Whether a part of
   * the axis can be selected is asked each time.
   */
  constructor(private readonly place: HTMLElement, private readonly ring: HTMLElement, private readonly say: (text: string) => void, private readonly selectable: () => boolean) {}

  /** Another picture has been drawn. */
  of(view: View | null): void {
    this.leave();
    this.view = view;
  }

  /** Takes a key; whether it was for the chart. */
  press({ key, shiftKey }: KeyboardEvent): boolean {
    if (!this.view) return false;
    if (key === 'Escape') return this.clear();
    if (key === 'Enter') return this.select();
    const marks = this.marks(this.view);
    const now = this.at && marks.find(mark => mark.element === this.at!.element);
    const next = now ? step(marks, now, key) : ['ArrowRight', 'ArrowDown', 'Home'].includes(key) ? marks[0] : ['ArrowLeft', 'ArrowUp', 'End'].includes(key) ? marks.at(-1) : undefined;
    if (!next) return key.startsWith('Arrow');
    this.anchor = shiftKey ? this.anchor ?? now ?? next : null;
    this.go(next, `${next.text} (${marks.indexOf(next) + 1}/${marks.length})`);
    return true;
  }

  /** The focus has gone. */
  leave(): void {
    this.hover('pointerout', 'mouseout');
    this.at = this.anchor = null;
    this.ring.hidden = true;
  }

  private go(mark: Mark, text: string): void {
    this.hover('pointerout', 'mouseout');
    this.at = mark;
    const { left, top } = this.place.getBoundingClientRect();
    Object.assign(this.ring.style, { left: `${mark.box.left - left}px`, top: `${mark.box.top - top}px`, width: `${mark.box.width}px`, height: `${mark.box.height}px` });
    this.ring.hidden = false;
    this.hover('pointermove');
    this.say(text);
  }

  /** The picture does as if the mouse were there: tooltip, lines that stand out. */
  private hover(...types: string[]): void {
    if (!this.at?.element.isConnected) return;
    const { box: { left, top, width, height }, element } = this.at;
    for (const type of types) element.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: left + width / 2, clientY: top + height / 2 }));
  }

  private select(): boolean {
    if (!this.at || !this.view || !this.selectable()) return false;
    const marks = this.marks(this.view);
    const ends = [this.at, this.anchor ?? this.at];
    const from = Math.min(...ends.map(end => end.from));
    const to = Math.max(...ends.map(end => end.to));
    // halfway to what is beside it
    const before = Math.max(...marks.map(mark => mark.to).filter(end => end < from));
    const after = Math.min(...marks.map(mark => mark.from).filter(start => start > to));
    this.brush(from < to && ends[0] === ends[1] ? [from, to] : [before === -Infinity ? from : (before + from) / 2, after === Infinity ? to : (to + after) / 2]);
    return true;
  }

  private clear(): boolean {
    if (!this.at) return false;
    this.brush([0, 0]);
    this.leave();
    return true;
  }

  private brush(ends: readonly [number, number]): void {
    if (this.view && this.selectable()) void this.view.signal(BRUSH, ends).runAsync();
  }

  /** From left to right, and from top to bottom. */
  private marks(view: View): Mark[] {
    const found: Mark[] = [];
    const collect = (item: Item): void => {
      const isMark = item.role === 'mark' && DRAWN.includes(item.marktype ?? '') && !item.name?.includes('brush');
      for (const inner of item.items ?? []) {
        if (!isMark) collect(inner);
        else if (inner._svg) {
          const x = inner.x ?? 0;
          found.push({ text: textOf(inner), series: inner.datum?.['color'], from: x, to: x + (item.marktype === 'rect' ? inner.width ?? 0 : 0), element: inner._svg, box: inner._svg.getBoundingClientRect() });
        }
      }
    };
    collect((view.scenegraph() as unknown as { readonly root: Item }).root);
    return found.sort((a, b) => a.from - b.from || a.box.top - b.box.top);
  }
}

function textOf({ tooltip, description }: Item): string {
  if (typeof tooltip !== 'object' || tooltip === null) return description ?? '';
  return Object.entries(tooltip).map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}

/** Left and right stay with a series of names, up and down go to the others at the same place. */
function step(marks: readonly Mark[], now: Mark, key: string): Mark | undefined {
  const line = marks.filter(mark => typeof now.series !== 'string' || mark.series === now.series);
  const column = marks.filter(mark => mark.from === now.from);
  switch (key) {
    case 'ArrowRight': return line[line.indexOf(now) + 1];
    case 'ArrowLeft': return line[line.indexOf(now) - 1];
    case 'ArrowDown': return column[column.indexOf(now) + 1];
    case 'ArrowUp': return column[column.indexOf(now) - 1];
    case 'Home': return marks[0];
    case 'End': return marks.at(-1);
    default: return undefined;
  }
}
