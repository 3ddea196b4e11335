import { isDark, onDarkness, say } from 'gradio4j';
import { draw, drawingOf, type Drawing } from './draw.js';

/**
 * `<gradio-diagram>`: a diagram of Mermaid. Its content is the source, which is seen until the picture is there, and together with the reason when
 * there can be none. The picture stands in a shadow root: what its styles say does not reach the page.
 */
class GradioDiagram extends HTMLElement {
  private turn = 0;
  private stop: (() => void) | null = null;

  connectedCallback(): void {
    this.stop = onDarkness(this, () => void this.show());
    void this.show();
  }

  disconnectedCallback(): void {
    this.turn += 1;
    this.stop?.();
  }

  private async show(): Promise<void> {
    const turn = ++this.turn;
    const text = this.querySelector('code')?.textContent ?? '';
    const [dark, font] = [isDark(this), getComputedStyle(this).fontFamily];
    const known = drawingOf(text, dark, font);
    if (known) return this.picture(known);
    try {
      const drawing = await draw(text, dark, font);
      if (turn === this.turn) this.picture(drawing);
    } catch (error) {
      if (turn === this.turn) this.fail(error instanceof Error ? error.message : '');
    }
  }

  private get root(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  private picture({ picture, sheet }: Drawing): void {
    const svg = picture.cloneNode(true) as SVGElement;
    if (!svg.hasAttribute('aria-labelledby')) svg.setAttribute('aria-label', say('markdown.diagram'));
    this.root.adoptedStyleSheets = [sheet];
    this.root.replaceChildren(svg);
  }

  private fail(reason: string): void {
    const note = document.createElement('p');
    note.part.add('reason');
    // further lines repeat the source, with marks below
    note.textContent = `${say('markdown.no_diagram')} ${reason.split('\n')[0]!.replace(/:\s*$/, '.')}`;
    this.root.replaceChildren(note, document.createElement('slot'));
  }
}

customElements.define('gradio-diagram', GradioDiagram);
