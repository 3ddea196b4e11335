/**
 * The page of an app for somebody who is not logged in: a heading, the app's message, a form. It is all that is loaded then, and
 * needs nothing of the shell but its style sheet.
 */
import { bestLanguage, direction, LANGUAGES, preferred, words } from '../gradio4j/languages.js';
import { sanitize } from '../gradio4j/sanitize.js';
import { DisplayTheme } from '../gradio4j/theme.js';
import styles from './form.css';
import english from './texts.json';

interface LoginConfig {
  readonly auth_message: string | null;
}

let texts = english;

/** Makes an element with properties and children. */
function make<K extends keyof HTMLElementTagNameMap>(name: K, props: Partial<HTMLElementTagNameMap[K]>, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), props);
  element.append(...children);
  return element;
}

function field(text: string, props: Partial<HTMLInputElement>): { label: HTMLLabelElement; input: HTMLInputElement } {
  const input = make('input', { required: true, spellcheck: false, autocapitalize: 'none', ...props });
  return { label: make('label', {}, make('span', {}, text), input), input };
}

class LoginPage {
  readonly #username = field(texts['login.username'], { type: 'text', name: 'username', autocomplete: 'username' });
  readonly #password = field(texts['login.password'], { type: 'password', name: 'password', autocomplete: 'current-password' });
  readonly #button = make('button', { type: 'submit' }, texts['login.login']);
  readonly #error = make('p', { className: 'login-error', id: 'gr-login-error', role: 'alert' });
  readonly #url = new URL('login', document.baseURI).href;

  constructor(element: HTMLElement, { auth_message }: LoginConfig) {
    const form = make('form', { method: 'post', action: this.#url, noValidate: true }, this.#username.label, this.#password.label, this.#error, this.#button);
    form.setAttribute('aria-labelledby', 'gr-login-title');
    form.addEventListener('submit', event => {
      event.preventDefault();
      void this.#submit();
    });
    for (const { input } of this.#fields) input.addEventListener('input', () => this.#mark(false));
    const message = make('div', { className: 'login-message' });
    if (auth_message) message.append(sanitize(auth_message));
    element.append(make('div', { className: 'gradio-container' }, make('main', { className: 'login-page' },
      make('h1', { id: 'gr-login-title' }, texts['login.login']), ...auth_message ? [message] : [], form)));
    document.body.classList.add('gr-ready');
    this.#username.input.focus();
  }

  get #fields() {
    return [this.#username, this.#password];
  }

  async #submit(): Promise<void> {
    const missing = this.#fields.find(({ input }) => input.value === '');
    if (missing) return missing.input.focus();
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    this.#say('');
    this.#busy(true);
    try {
      const body = new URLSearchParams({ username: this.#username.input.value, password: this.#password.input.value });
      const answer = await fetch(this.#url, { method: 'POST', body });
      if (answer.ok) return location.reload();
      this.#refused(answer, await detail(answer));
    } catch {
      this.#say(texts['login.unreachable']);
    }
    this.#busy(false);
  }

  #refused({ status, headers }: Response, reason: string | null): void {
    const seconds = headers.get('Retry-After');
    if (status === 429 && seconds !== null) return this.#say(texts['login.too_many'].replace('{seconds}', seconds));
    if (status !== 400) return this.#say(reason ?? texts['login.failed']);
    this.#say(texts['login.wrong']);
    this.#password.input.value = '';
    this.#mark(true);
    this.#username.input.focus();
    this.#username.input.select();
  }

  #say(text: string): void {
    this.#error.textContent = text;
  }

  #mark(invalid: boolean): void {
    for (const { input } of this.#fields) {
      if (!invalid) {
        input.removeAttribute('aria-invalid');
        input.removeAttribute('aria-describedby');
        continue;
      }
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', this.#error.id);
    }
  }

  #busy(busy: boolean): void {
    // not `disabled`: the focus would be lost
    this.#button.setAttribute('aria-disabled', String(busy));
  }
}

/** What the server says is wrong, if it says so in words. */
async function detail(answer: Response): Promise<string | null> {
  try {
    const { detail } = await answer.json() as { detail?: unknown };
    return typeof detail === 'string' ? detail : null;
  } catch {
    return null;
  }
}

async function speak(language: string, module: string): Promise<void> {
  try {
    texts = { ...texts, ...await words(language, module) };
    document.title = texts['login.login'];
    Object.assign(document.documentElement, { lang: language, dir: direction(language) });
  } catch (error) {
    console.warn(error);
  }
}

const element = document.querySelector<HTMLElement>('gradio-app');
const config = document.getElementById('gradio-config')?.textContent;
if (element && config) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer gradio4j.components{${styles}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  new DisplayTheme(element.getAttribute('theme_mode'));
  const language = bestLanguage(preferred(), ['en', ...LANGUAGES]) ?? 'en';
  if (language !== 'en') await speak(language, new URL(element.dataset['languages'] ?? '', document.baseURI).href);
  new LoginPage(element, JSON.parse(config) as LoginConfig);
}
