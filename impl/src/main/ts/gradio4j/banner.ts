const PATIENCE = 1000;

/** Says that the connection is being restored, once that has taken a second. It takes no focus and covers nothing. */
export class ConnectionBanner {
  readonly #element: HTMLElement;
  readonly #text: () => string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parent: Element, text: () => string) {
    this.#element = parent.appendChild(document.createElement('div'));
    this.#element.className = 'gr-offline hide';
    this.#element.setAttribute('role', 'status');
    this.#text = text;
  }

  set(online: boolean): void {
    if (online) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#element.classList.add('hide');
      this.#element.textContent = '';
    } else {
      this.#timer ??= setTimeout(() => {
        this.#element.textContent = this.#text();
        this.#element.classList.remove('hide');
      }, PATIENCE);
    }
  }
}
