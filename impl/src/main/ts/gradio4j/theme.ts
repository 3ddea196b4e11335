export type ThemeChoice = 'light' | 'dark' | 'system';

// Pages.java reads both, before this is loaded
const PARAMETER = '__theme';
const STORED = 'gradio4j:theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The display theme: the attribute of the page, else `?__theme=`, else the reader's stored choice, else the system's, followed as it changes. */
export class DisplayTheme {
  #choice: ThemeChoice;
  readonly #on: HTMLElement;

  /** Shows the theme on an element and all in it. */
  constructor(attribute: string | null, on: HTMLElement = document.body) {
    this.#on = on;
    this.#choice = choice(attribute) ?? choice(new URLSearchParams(location.search).get(PARAMETER)) ?? choice(stored()) ?? 'system';
    system.addEventListener('change', () => this.#apply());
    this.#apply();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  /** Shows what the page around the app asks for now; the reader's choice for other visits stays. */
  wear(mode: string | null): void {
    this.#choice = choice(mode) ?? 'system';
    this.#apply();
  }

  choose(next: ThemeChoice): void {
    this.#choice = next;
    try {
      localStorage.setItem(STORED, next);
    } catch {
      // without storage the choice lasts as long as the page
    }
    const url = new URL(location.href);
    if (url.searchParams.has(PARAMETER)) {
      url.searchParams.set(PARAMETER, next);
      history.replaceState(history.state, '', url);
    }
    this.#apply();
  }

  #apply(): void {
    const dark = this.#choice === 'dark' || (this.#choice === 'system' && system.matches);
    this.#on.classList.toggle('dark', dark);
    (this.#on === document.body ? document.documentElement : this.#on).style.colorScheme = dark ? 'dark' : 'light';
  }
}

function choice(text: string | null): ThemeChoice | null {
  return text === 'light' || text === 'dark' || text === 'system' ? text : null;
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Whether an element stands among dark colours. */
export function isDark(place: Element): boolean {
  return place.closest('.dark') !== null;
}

/** Calls back when the colours around an element turn dark or light, until the function that it returns is called. */
export function onDarkness(place: Element, changed: () => void): () => void {
  let dark = isDark(place);
  const observer = new MutationObserver(() => {
    if (dark === isDark(place)) return;
    dark = !dark;
    changed();
  });
  // an app within another site's page has colours of its own
  for (const shown of [document.body, place.closest('gradio-app')]) if (shown) observer.observe(shown, { attributes: true, attributeFilter: ['class'] });
  return () => observer.disconnect();
}
