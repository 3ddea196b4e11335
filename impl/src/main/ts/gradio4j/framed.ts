const MARK = '[iFrameSizer]';
const READY = '[iFrameResizerChild]Ready';

/** Watches the app for the page around it. */
let sizes: ResizeObserver | null = null;

/**
 * Tells the page around an iframe how high the app is, in the words of iframe-resizer, a script that many sites have: once it asks, the iframe
 * is made as high as the app, whenever that changes. Nobody else hears anything.
 */
export function tellHeight(container: HTMLElement): void {
  const { parent } = window;
  if (parent === window) return;
  addEventListener('message', ({ source, origin, data }: MessageEvent) => {
    if (source !== parent || typeof data !== 'string' || !data.startsWith(MARK)) return;
    // the frame's own name is the first of what is said, between colons; an answer to a greeting that is repeated is the same
    const id = data.slice(MARK.length).split(':')[0]!;
    container.classList.add('framed');
    const tell = (why: string): void => parent.postMessage(`${MARK}${id}:${Math.ceil(container.getBoundingClientRect().bottom + scrollY)}:${innerWidth}:${why}`, origin);
    sizes?.disconnect();
    sizes = new ResizeObserver(() => tell('sizeChanged'));
    sizes.observe(container);
    tell('init');
  });
  parent.postMessage(READY, '*');
}
