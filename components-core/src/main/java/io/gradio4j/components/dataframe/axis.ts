import type { ReactiveController, ReactiveControllerHost } from 'gradio4j';
import { elementScroll, measureElement, observeElementOffset, observeElementRect, Virtualizer, type VirtualItem } from '@tanstack/virtual-core';

export interface AxisOptions {
  readonly count: number;
  readonly size: (index: number) => number;
  readonly overscan: number;
  /** Room at the start that belongs to no item (columns that stay in place), and at the start and end of what is seen. */
  readonly start?: number;
  readonly covered?: number;
  readonly coveredEnd?: number;
  readonly rtl?: boolean;
}

/** One direction of a table of which only what is seen is in the document: TanStack's virtualizer, tied to the life of the element. */
export class Axis implements ReactiveController {
  private readonly virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  private readonly horizontal: boolean;
  private readonly viewport: () => HTMLElement | null;
  private readonly changed: () => void;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, horizontal: boolean, viewport: () => HTMLElement | null) {
    this.horizontal = horizontal;
    this.viewport = viewport;
    this.changed = () => host.requestUpdate();
    this.virtualizer = new Virtualizer(this.all({ count: 0, size: () => 1, overscan: 0 }));
    host.addController(this);
  }

  private all({ count, size, overscan, start = 0, covered = 0, coveredEnd = 0, rtl = false }: AxisOptions): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    return {
      count, overscan, estimateSize: size, horizontal: this.horizontal, getScrollElement: this.viewport, paddingStart: start, scrollPaddingStart: covered, scrollPaddingEnd: coveredEnd,
      isRtl: rtl, observeElementRect, observeElementOffset, scrollToFn: elementScroll, measureElement, onChange: this.changed,
    };
  }

  hostConnected(): void {
    this.stop = this.virtualizer._didMount();
  }

  hostUpdated(): void {
    this.virtualizer._willUpdate();
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }

  set(options: AxisOptions): void {
    this.virtualizer.setOptions(this.all(options));
  }

  get items(): VirtualItem[] {
    return this.virtualizer.getVirtualItems();
  }

  get total(): number {
    return this.virtualizer.getTotalSize();
  }

  get offset(): number {
    return this.virtualizer.scrollOffset ?? 0;
  }

  /** Estimated sizes are other ones now. */
  reset(): void {
    this.virtualizer.measure();
  }

  show(index: number): void {
    this.virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  readonly measure = (element: Element | undefined): void => {
    if (element) this.virtualizer.measureElement(element as HTMLElement);
  };
}
