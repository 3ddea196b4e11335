import DOMPurify from 'dompurify';
import mermaid, { type MermaidConfig } from 'mermaid';

/** A picture, and the style sheet that belongs to it alone. */
export interface Drawing {
  readonly picture: SVGElement;
  readonly sheet: CSSStyleSheet;
}

/** How many drawings are kept: a text that grows is formatted again and again. */
const KEPT = 50;
/** What a diagram's text may not set: it is not trusted, labels are plain SVG, and the page's own letters and scripts are the page's. */
const SECURE = ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering', 'logLevel', 'htmlLabels', 'textPlacement',
  'dompurifyConfig', 'themeCSS', 'fontFamily', 'altFontFamily', 'arrowMarkerAbsolute'];
/** Mermaid's usual layout is ELK, which is three times as large as all that a usual diagram needs: it is not here, and these are laid out by Dagre. */
const DAGRE = { layout: 'dagre' } as const;
/** What has to be said of single kinds of diagrams. Labels are SVG in all of them; what is laid out for labels in HTML is set right, here and below. */
const KINDS: MermaidConfig = {
  flowchart: DAGRE, class: DAGRE, state: { ...DAGRE, minNodeWidth: 0 }, er: DAGRE, requirement: DAGRE, usecase: DAGRE,
  journey: { textPlacement: 'tspan' }, timeline: { textPlacement: 'tspan' },
};
const CORRECTIONS = 'text:is(.task, .journey-section) { fill: currentColor !important; } .edgeLabel rect { opacity: 1 !important; } .edgeLabel, .edgeLabel * { color: var(--body-text-color) !important; } .edgeLabel text { fill: currentColor !important; }';

/** Mermaid adds hooks to the one that it uses; this one has none. */
const purifier = DOMPurify(window);
const drawings = new Map<string, Drawing>();
let last: Promise<unknown> = Promise.resolve();
let count = 0;

// it would look for diagrams in the page by itself
mermaid.startOnLoad = false;

/** The drawing of a text in these colours and letters, if it was made before. */
export function drawingOf(text: string, dark: boolean, font: string): Drawing | undefined {
  return drawings.get(key(text, dark, font));
}

/** Draws a diagram; rejects with a message that a person can read when the text is none. One at a time: Mermaid has one state for all. */
export function draw(text: string, dark: boolean, font: string): Promise<Drawing> {
  const drawing = last.then(() => drawingOf(text, dark, font) ?? make(text, dark, font));
  last = drawing.catch(() => undefined);
  return drawing;
}

function key(text: string, dark: boolean, font: string): string {
  return `${dark ? 'dark' : 'light'}\n${font}\n${text}`;
}

async function make(text: string, dark: boolean, font: string): Promise<Drawing> {
  mermaid.initialize({
    ...KINDS, theme: dark ? 'dark' : 'default', look: 'classic', fontFamily: font, htmlLabels: false, securityLevel: 'strict', secure: SECURE, startOnLoad: false,
    suppressErrorRendering: true, logLevel: 'fatal',
  });
  // Mermaid measures letters in the document
  const workshop = document.body.appendChild(document.createElement('div'));
  workshop.setAttribute('aria-hidden', 'true');
  Object.assign(workshop.style, { position: 'fixed', inset: '0', contain: 'strict', visibility: 'hidden', zIndex: '-1' });
  try {
    const { svg } = await mermaid.render(`diagram-${++count}`, text, workshop);
    const drawing = taken(svg);
    drawings.set(key(text, dark, font), drawing);
    if (drawings.size > KEPT) drawings.delete(drawings.keys().next().value!);
    return drawing;
  } finally {
    workshop.remove();
  }
}

/** The picture without anything that could run, and its styles, which are to hold within its own shadow root only. */
function taken(svg: string): Drawing {
  const fragment = purifier.sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true }, ADD_ATTR: ['dominant-baseline', 'role'], RETURN_DOM_FRAGMENT: true });
  const picture = fragment.querySelector('svg');
  if (!picture) throw new Error('no picture');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...picture.querySelectorAll('style')].map(style => style.textContent).join('\n') + CORRECTIONS);
  for (const style of picture.querySelectorAll('style')) style.remove();
  for (const link of picture.querySelectorAll('a')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return { picture, sheet };
}
