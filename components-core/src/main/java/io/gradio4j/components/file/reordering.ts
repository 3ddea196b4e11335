import { cx, type FileData, type GradioElement, type ReactiveController } from 'gradio4j';

type Side = 'before' | 'after';

/** Brings the files of a list into another order: a row is dragged between two others, or moved by the arrow keys on its handle. */
export class Reordering implements ReactiveController {
  readonly #element: GradioElement<FileData | FileData[]>;
  readonly #done: (files: FileData[]) => void;
  #from: number | null = null;
  #to: { readonly index: number; readonly side: Side } | null = null;

  constructor(element: GradioElement<FileData | FileData[]>, done: (files: FileData[]) => void) {
    this.#element = element;
    this.#done = done;
    element.addController(this);
  }

  hostDisconnected(): void {
    this.end();
  }

  classes(index: number, selectable: boolean): string {
    return cx('file', selectable && 'selectable', this.#from === index && 'dragging', this.#to?.index === index && 'drop-target');
  }

  target(index: number): Side | null {
    return this.#to?.index === index ? this.#to.side : null;
  }

  start(event: DragEvent, index: number): void {
    if (!event.dataTransfer) return;
    this.#from = index;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', String(index));
    this.#element.requestUpdate();
  }

  over(event: DragEvent, index: number): void {
    if (this.#from === null) return;
    event.preventDefault();
    const { top, height } = (event.currentTarget as Element).getBoundingClientRect();
    this.#to = { index, side: event.clientY < top + height / 2 ? 'before' : 'after' };
    this.#element.requestUpdate();
  }

  drop(event: DragEvent, files: readonly FileData[], index: number): void {
    if (this.#from === null || !this.#to) return;
    event.preventDefault();
    event.stopPropagation();
    const place = index + (this.#to.side === 'after' ? 1 : 0);
    this.#move(files, this.#from, place > this.#from ? place - 1 : place);
    this.end();
  }

  readonly end = (): void => {
    this.#from = null;
    this.#to = null;
    this.#element.requestUpdate();
  };

  key(event: KeyboardEvent, files: readonly FileData[], index: number): void {
    const to = index + (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0);
    if (to === index) return;
    event.preventDefault();
    if (to < 0 || to >= files.length) return;
    this.#move(files, index, to);
    void this.#element.updateComplete.then(() => this.#element.querySelectorAll<HTMLElement>('.drag-handle')[to]?.focus());
  }

  #move(files: readonly FileData[], from: number, to: number): void {
    const moved = files[from];
    if (!moved || from === to) return;
    const rest = files.filter((_, i) => i !== from);
    this.#done([...rest.slice(0, to), moved, ...rest.slice(to)]);
  }
}
