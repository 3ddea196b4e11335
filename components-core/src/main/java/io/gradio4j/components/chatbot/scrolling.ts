const NEAR = 100;

/** Keeps the end of a pane in view while it grows, unless a person has scrolled away from it. */
export interface Follower {
  readonly atEnd: boolean;
  /** The content is about to change, or has changed. */
  settle(): void;
  toEnd(): void;
  stop(): void;
}

/** `moved` is called when the end comes into view or goes out of it. */
export function follow(pane: HTMLElement, wanted: () => boolean, moved: () => void): Follower {
  let atEnd = true;
  const isAtEnd = (): boolean => pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR;
  const look = (): void => {
    if (isAtEnd() === atEnd) return;
    atEnd = !atEnd;
    moved();
  };
  const toEnd = (): void => {
    pane.scrollTop = pane.scrollHeight;
    look();
  };
  const settle = (): void => {
    if (atEnd && wanted()) pane.scrollTop = pane.scrollHeight;
    else look();
  };
  // pictures and formulas get their size later
  const growth = new ResizeObserver(settle);
  const children = new MutationObserver(() => {
    growth.disconnect();
    growth.observe(pane);
    if (pane.firstElementChild) growth.observe(pane.firstElementChild);
  });
  pane.addEventListener('scroll', look, { passive: true });
  children.observe(pane, { childList: true });
  growth.observe(pane);
  if (pane.firstElementChild) growth.observe(pane.firstElementChild);
  pane.scrollTop = pane.scrollHeight;
  return {
    get atEnd() { return atEnd; },
    settle, toEnd,
    stop: () => {
      growth.disconnect();
      children.disconnect();
      pane.removeEventListener('scroll', look);
    },
  };
}
