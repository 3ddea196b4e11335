import Sortable, { Swap } from 'sortablejs';

Sortable.mount(new Swap());

/** Lets a person drag items of several lists to each other's places, by mouse, pen or finger. */
export class Dragging {
  readonly #lists = new Map<HTMLElement, Sortable>();
  readonly #group: string;
  readonly #moved: () => void;

  constructor(group: string, moved: () => void) {
    this.#group = group;
    this.#moved = moved;
  }

  /** Takes new lists, and leaves those that are gone. */
  update(lists: readonly HTMLElement[]): void {
    for (const [list, sortable] of this.#lists) {
      if (lists.includes(list)) continue;
      sortable.destroy();
      this.#lists.delete(list);
    }
    for (const list of lists) if (!this.#lists.has(list)) this.#lists.set(list, this.#start(list));
  }

  close(): void {
    this.update([]);
  }

  #start(list: HTMLElement): Sortable {
    return Sortable.create(list, {
      group: this.#group, handle: '.drag-handle', draggable: '.draggable-item', swap: true, swapClass: 'drop-target', chosenClass: 'dragging',
      ghostClass: 'dragging', animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      onStart: ({ item }) => grabbed(item, true),
      onEnd: ({ item }) => {
        grabbed(item, false);
        this.#moved();
      },
    });
  }
}

function grabbed(item: HTMLElement, value: boolean): void {
  item.querySelector(':scope > .drag-handle')?.setAttribute('aria-grabbed', String(value));
}
