/**
 * Keeps the focus while a part of the page is drawn anew: on the element that had it, if that stays, else on the place where it was, so that
 * somebody with a keyboard or a screen reader goes on from there.
 */
export class Focus {
  #element: HTMLElement | null = null;
  #place: HTMLElement | null = null;
  #selection: readonly [start: number | null, end: number | null] | null = null;

  /** A part is about to change: remembers what has the focus in it. */
  hold(place: HTMLElement | null): void {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !place?.contains(active)) return;
    this.#element = active;
    this.#place = place;
    this.#selection = active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : null;
  }

  /** The part is there: gives the focus back, unless a person has moved it meanwhile. */
  restore(): void {
    const [element, place] = [this.#element, this.#place];
    this.#element = this.#place = null;
    if (!element || !place || (document.activeElement !== null && document.activeElement !== document.body)) return;
    if (element.isConnected) {
      element.focus({ preventScroll: true });
      const field = element as Partial<HTMLInputElement>;
      if (this.#selection?.[0] != null) field.setSelectionRange?.(...this.#selection as [number, number]);
      return;
    }
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}
