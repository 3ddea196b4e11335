import { GradioElement, html, nothing, property, type PropertyValues, type TemplateResult } from 'gradio4j';

type Link = readonly [name: string, target: string];

interface Page {
  readonly link: HTMLAnchorElement;
  readonly name: string;
}

/** Changes the bar of the page's frame: names the main page or leaves it out, adds links, hides the bar. */
export class GrNavbar extends GradioElement<readonly Link[]> {
  @property({ attribute: false }) main_page_name: string | false | null = 'Home';

  private pages: Page[] | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.show(false);
  }

  protected override render(): TemplateResult {
    return html`<div id=${this.elem_id || nothing} class="hidden ${this.rootClass}"></div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { bar } = this;
    const nav = bar?.querySelector('nav');
    if (!nav) return;
    this.pages ??= [...nav.querySelectorAll('a')].map(link => ({ link, name: link.dataset['name'] ?? '' }));
    nav.replaceChildren(...this.pages.filter(page => !isMain(page) || this.main_page_name !== false).map(page => this.named(page)), ...this.more(this.pages));
    this.show(this.visible === true);
  }

  private get bar(): HTMLElement | null {
    return this.closest('.gradio-container')?.querySelector<HTMLElement>(':scope > .nav-holder') ?? document.querySelector('.nav-holder');
  }

  private show(shown: boolean): void {
    this.bar?.classList.toggle('hidden', !shown);
  }

  private named({ link, name }: Page): HTMLAnchorElement {
    const shown = isMain({ link, name }) && name === 'Home' && typeof this.main_page_name === 'string' ? this.main_page_name : name;
    // The page's frame names its links anew when the reader changes the language.
    link.dataset['name'] = shown;
    link.textContent = isMain({ link, name }) && shown === 'Home' ? this.t('navbar.home') : shown;
    return link;
  }

  /** Links that the app's pages do not have already. */
  private more(pages: readonly Page[]): HTMLAnchorElement[] {
    const known = new Set(pages.map(({ link }) => path(link.href)));
    return (Array.isArray(this.value) ? this.value as readonly Link[] : []).flatMap(([name, target]) => {
      const outside = /^https?:\/\//i.test(target);
      const url = new URL(outside ? target : target.replace(/^\/+/, ''), document.baseURI);
      if (!outside && (url.origin !== location.origin || known.has(path(url.href)))) return [];
      const link = document.createElement('a');
      link.href = url.href;
      link.textContent = name;
      if (outside) {
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
      } else {
        link.target = '_self';
        if (path(url.href) === path(location.href)) {
          link.className = 'active';
          link.setAttribute('aria-current', 'page');
        }
      }
      return [link];
    });
  }
}

function path(href: string): string {
  return new URL(href).pathname.replace(/\/+$/, '');
}

function isMain({ link }: Page): boolean {
  return path(link.href) === path(document.baseURI);
}

customElements.define('gr-navbar', GrNavbar);
