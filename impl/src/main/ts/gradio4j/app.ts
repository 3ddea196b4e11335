import type { LitElement } from 'lit';
import { ConnectionBanner } from './banner.js';
import { Connection } from './connection.js';
import { Dispatcher, type JsFunction } from './dispatcher.js';
import type { GradioElement } from './element.js';
import { applyExtras } from './extras.js';
import { Focus } from './focus.js';
import { Footer } from './footer.js';
import { tellHeight } from './framed.js';
import type { Host } from './host.js';
import { direction } from './languages.js';
import { socketLink, streamLink } from './links.js';
import type { RenderConfig } from './messages.js';
import { Modules } from './modules.js';
import { Renderer } from './renderer.js';
import { hasRuns, takeRun } from './run-memory.js';
import { runs, type Call, type Shell } from './shell.js';
import { Store } from './store.js';
import { DisplayTheme } from './theme.js';
import { Timers } from './timers.js';
import { Toasts } from './toasts.js';
import { translatable, type Translator } from './translate.js';
import type { AppInfo, Config, Dependency, FileData, Props } from './types.js';
import { PendingUploads, sizeText, upload } from './upload.js';

interface AppModule {
  readonly functions?: Readonly<Record<string, JsFunction>>;
  readonly load?: (() => unknown) | null;
}

/** What the app's first page is called where its author says nothing. */
const HOME = 'Home';

/** Where an app appears. */
export interface Place {
  readonly element: HTMLElement;
  /** The app's address: its files are named relative to it. */
  readonly base: string;
  /** Whether another site's page is around it. */
  readonly embedded: boolean;
}

/** One running app: it builds the frame of the page and ties store, renderer, dispatcher and connection together. */
export class App {
  readonly #config: Config;
  readonly #place: Place;
  readonly #footer = new Footer();
  readonly #shell: Shell;
  readonly #info: AppInfo;
  readonly #api: string;
  readonly #translator: Translator;
  readonly #modules: Modules;
  readonly #store: Store;
  readonly #renderer: Renderer;
  readonly #dispatcher: Dispatcher;
  readonly #connection: Connection;
  readonly #timers: Timers;
  readonly #root: HTMLElement;
  readonly #toasts = new Toasts();
  readonly #pending = new PendingUploads();
  readonly #focus = new Focus();
  readonly #banner: ConnectionBanner;
  #appModule: Promise<AppModule> | null = null;
  #loads: readonly Dependency[] | null = null;

  constructor(place: Place, config: Config, translator: Translator) {
    const { element, base, embedded } = place;
    this.#place = place;
    this.#translator = translator;
    this.#config = config;
    this.#api = `${config.root}${config.api_prefix}`;
    this.#info = { root: config.root, api_prefix: config.api_prefix, version: config.version, session_hash: sessionHash(), max_file_size: config.max_file_size ?? null };
    // the name under which an app's own scripts find it
    Object.assign(window, { __gradio_session_hash__: this.#info.session_hash });
    const text = this.#translator.text;
    this.#modules = new Modules(config.gradio4j.modules, base, text);
    this.#timers = new Timers(id => this.#dispatcher.fire('tick', id));

    this.#shell = {
      config, api: this.#api, translator, frame: element, watchers: new Set(),
      theme: new DisplayTheme(element.getAttribute('theme_mode'), embedded ? element : document.body),
      toast: (level, message) => this.#toasts.show(level, message),
      speak: async language => {
        await translator.choose(language);
        this.#translate();
      },
      recording: stop => { this.#footer.stop = stop; },
    };
    if (config.run_history && !embedded) this.#shell.watchers.add(call => this.#remember(call));
    this.#root = this.#frame();
    this.#banner = new ConnectionBanner(element, () => text('connection.lost'));
    this.#store = new Store({
      changed: (node, names) => {
        this.#renderer.changed(node, names);
        this.#timers.update(node);
      },
      valueChanged: node => this.#dispatcher.fire('change', node.id),
    });
    this.#connection = this.#connect();
    this.#dispatcher = new Dispatcher({
      store: this.#store, backend: this.#connection, text,
      functions: async () => (await this.#module()).functions ?? {},
      toast: (level, message, duration, title) => this.#toasts.show(level, message, duration, { title }),
      render: rendered => this.#render(rendered),
      flush: () => this.#renderer.flush(),
      uploads: ids => this.#pending.of(ids),
      refused: (id, message) => {
        this.#renderer.flush();
        // when it has been drawn
        setTimeout(() => { if (!isSaid(this.#renderer.element(id))) this.#toasts.show('error', message); });
      },
      called: call => this.#shell.watchers.forEach(watcher => watcher(call)),
    }, config.dependencies);
    this.#renderer = new Renderer({
      store: this.#store, host: this.#host(), root: this.#root, load: type => this.#modules.load(type), translate: (props, all) => this.#quiet(this.#translator.props(props, all)), settled: () => this.#settled(),
    });

    applyExtras(config, embedded);
    this.#name();
    for (const node of this.#store.add(config.components, config.dependencies)) this.#timers.update(node);
    this.#showRun();
    this.#loads = config.dependencies;
    this.#renderer.start(config.layout);
    if (config.deep_link_state === 'invalid') this.#toasts.show('error', text('deep_link.invalid'));
    this.#warmUp();
  }

  /** Wears the colours that the page around it asks for. */
  wear(mode: string | null): void {
    this.#shell.theme.wear(mode);
  }

  /** Where the page around it wants that, nothing scrolls by itself. */
  #quiet(props: Props): Props {
    return 'autoscroll' in props && this.#place.element.getAttribute('autoscroll') === 'false' ? { ...props, autoscroll: false } : props;
  }

  /** A text of the app's author in the reader's language. */
  #words(text: string): string {
    return String(this.#translator.props({ title: text })['title']);
  }

  #frame(): HTMLElement {
    const { element, embedded } = this.#place;
    const { version, fill_height, fill_width, pages } = this.#config;
    const make = (parent: Element, name: string, classes: string): HTMLElement => {
      const child = parent.appendChild(document.createElement(name));
      child.className = classes;
      return child;
    };
    const wide = fill_width ? ' fill_width' : '';
    const container = make(element, 'div', `gradio-container gradio-container-${version.replaceAll('.', '-')}${wide}`);
    container.dataset['iframeHeight'] = '';
    const shown = (pages ?? []).filter(([, , in_navbar]) => in_navbar);
    if ((pages ?? []).length > 1 && shown.length > 0) {
      const nav = make(make(container, 'div', 'nav-holder'), 'nav', `fillable${wide}`);
      for (const [path, name] of shown) {
        const link = make(nav, 'a', path === (this.#config.current_page ?? '') ? 'active' : '') as HTMLAnchorElement;
        link.href = `${this.#config.root}/${path}`;
        link.dataset['name'] = name;
        if (link.className === 'active') link.setAttribute('aria-current', 'page');
      }
    }
    const main = make(container, 'div', `main fillable ${embedded ? 'embed' : 'app'}${wide}`);
    const contain = make(make(main, 'div', 'wrap'), embedded ? 'div' : 'main', 'contain');
    const root = make(contain, 'div', 'column gr-root');
    if (fill_height && !embedded) root.style.flexGrow = '1';
    this.#footer.shell = this.#shell;
    this.#footer.text = this.#toasts.text = this.#translator.text;
    if (embedded) this.#embed(container, main);
    else main.append(this.#footer);
    this.#footer.hasRuns = hasRuns(this.#config);
    container.append(this.#toasts);
    if (!embedded) {
      document.body.classList.add('gr-ready');
      tellHeight(container);
    }
    return root;
  }

  /** Within another site's page: no footer, but a frame and a line that says what this is, where the page wants them. */
  #embed(container: HTMLElement, main: HTMLElement): void {
    const { element } = this.#place;
    container.classList.add('embedded');
    if (element.getAttribute('container') !== 'false') container.classList.add('embed-container');
    if (element.getAttribute('info') === 'false') return;
    container.classList.add('with-info');
    const info = document.createElement('div');
    info.className = 'info';
    info.textContent = this.#translator.text('footer.built_with');
    main.after(info);
  }

  /** Names the page, its heading and the links to other pages in the reader's language. */
  #name(): void {
    const { element, embedded } = this.#place;
    const title = this.#words(this.#config.title ?? '');
    const { language } = this.#translator;
    if (embedded) {
      element.lang = language;
    } else {
      document.documentElement.lang = language;
      // what the author wrote stays as it is: only a page that speaks the language is turned around
      document.documentElement.dir = language in (this.#config.i18n_translations ?? {}) ? direction(language) : 'ltr';
    }
    if (title && element.getAttribute('control_page_title') === 'true') document.title = title;
    for (const link of element.querySelectorAll<HTMLElement>('.nav-holder a[data-name]')) {
      const name = link.dataset['name'] ?? '';
      link.textContent = name === HOME ? this.#translator.text('navbar.home') : this.#words(name);
    }
    const heading = element.querySelector('.gr-title');
    if (heading) heading.textContent = title;
  }

  /** The reader has changed the language: everything says what it says again. */
  #translate(): void {
    this.#name();
    for (const node of this.#store.all()) this.#renderer.changed(node, translatable(node.props));
    this.#renderer.flush();
    for (const element of this.#place.element.querySelectorAll<LitElement>('[gr], gradio-footer, gradio-toasts')) element.requestUpdate?.('t' in element ? 't' : undefined);
  }

  #remember(call: Call): void {
    if (call.dependency.api_visibility !== 'public') return;
    const module = call.ended.then(runs);
    module.then(({ keep }) => keep(this.#shell, call)).then(() => { this.#footer.hasRuns = hasRuns(this.#config); }, (error: unknown) => console.error(error));
  }

  /** The page of runs asked for one to be shown again: its inputs and outputs are there from the start. */
  #showRun(): void {
    const run = takeRun(this.#config);
    const dependency = this.#config.dependencies.find(({ id }) => id === run?.fn_index);
    if (!run || !dependency) return;
    const show = (ids: readonly number[], values: readonly unknown[]): void => ids.forEach((id, i) => {
      if (this.#store.get(id)?.type !== 'state' && values[i] !== undefined && values[i] !== null) this.#store.correct(id, 'value', values[i]);
    });
    show(dependency.inputs, run.inputs);
    show(dependency.outputs, run.outputs);
  }

  #connect(): Connection {
    const { text } = this.#translator;
    const { session_hash } = this.#info;
    const base = new URL(`${this.#api}/`, this.#place.base);
    const query = this.#place.embedded ? '' : location.search.slice(1);
    const socket_url = (last_seq: number): string => {
      const url = new URL(`ws?session_hash=${session_hash}${last_seq > 0 ? `&last_seq=${last_seq}` : ''}`, base);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      return url.href;
    };
    const connection = new Connection({
      socket: this.#config.gradio4j.websocket && 'WebSocket' in window ? socketLink(socket_url) : null,
      stream: streamLink(this.#api, session_hash),
      reachable: () => fetch(new URL('app_id', base)).then(answer => answer.ok, () => false),
      query: () => query,
      online: online => this.#banner.set(online),
      lost: () => {
        this.#banner.set(true);
        this.#dispatcher.stop();
        this.#toasts.show('error', text('connection.session_lost'), null, { action: { label: text('connection.reload'), run: () => location.reload() } });
      },
      later: (action, ms) => setTimeout(action, ms),
      forget: timer => clearTimeout(timer as number | undefined),
      random: Math.random,
    });
    addEventListener('online', () => connection.hurry());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) connection.hurry(); });
    return connection;
  }

  /** Connects before the first event needs it: at once if the server must know of the page, else when a person begins to do something. */
  #warmUp(): void {
    if (this.#config.connect_heartbeat) return this.#connection.connect();
    const once = new AbortController();
    const connect = (): void => {
      once.abort();
      this.#connection.connect();
    };
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) addEventListener(event, connect, { signal: once.signal, passive: true });
  }

  #module(): Promise<AppModule> {
    const url = this.#config.gradio4j.js;
    this.#appModule ??= url === null ? Promise.resolve({}) : import(new URL(url, this.#place.base).href) as Promise<AppModule>;
    return this.#appModule;
  }

  /** All that is to be seen is mounted: the load events fire, once. */
  #settled(): void {
    this.#focus.restore();
    const loads = this.#loads;
    this.#loads = null;
    if (!loads) return;
    this.#nameThePage();
    // the author's function finds what is on the page
    if (this.#config.js) void this.#module().then(({ load }) => load?.()).catch((error: unknown) => console.error(error));
    this.#dispatcher.fireLoad(loads);
  }

  /** An app without a heading of its own gets its title as one, for screen readers. */
  #nameThePage(): void {
    if (this.#place.embedded || !this.#config.title || this.#root.querySelector('h1')) return;
    const heading = document.createElement('h1');
    heading.className = 'sr-only gr-title';
    this.#root.before(heading);
    this.#name();
  }

  /** The app leaves the page. */
  close(): void {
    this.#dispatcher.stop();
    this.#connection.close();
    this.#place.element.replaceChildren();
  }

  #render({ render_id, layout, components, dependencies }: RenderConfig): void {
    const renders = this.#dispatcher.removeRendered(render_id);
    this.#dispatcher.add(dependencies);
    const known = new Set(components.map(({ id }) => id));
    const gone = [...this.#store.all()].filter(({ id, renderedIn }) => renderedIn !== null && renders.includes(renderedIn) && !known.has(id));
    const nodes = this.#store.add(components.filter(({ id }) => id !== layout.id), dependencies);
    this.#focus.hold(this.#renderer.element(layout.id));
    this.#renderer.replace(layout);
    for (const { id } of gone) {
      this.#timers.stop(id);
      this.#store.remove(id);
    }
    for (const node of nodes) this.#timers.update(node);
    this.#renderer.flush();
    if (this.#renderer.isSettled) this.#focus.restore();
    this.#dispatcher.fireLoad(dependencies);
  }

  async #upload(files: readonly File[], progress: (loaded: number, total: number) => void): Promise<FileData[]> {
    const { text } = this.#translator;
    const { max_file_size } = this.#info;
    const large = max_file_size === null ? [] : files.filter(file => file.size > max_file_size);
    if (large.length > 0) throw new Error(text('upload.too_large', { limit: sizeText(max_file_size!), names: large.map(file => file.name).join(', ') }));
    try {
      return await upload(this.#api, this.#config.root, files, progress);
    } catch (error) {
      throw new Error(text('upload.failed', { reason: (error as Error).message }), { cause: error });
    }
  }

  #host(): Host {
    const { text } = this.#translator;
    return {
      app: this.#info,
      text,
      input: (id, value) => {
        this.#store.apply([[id, { value }]]);
        this.#dispatcher.fire('input', id);
      },
      dispatch: (id, event, data) => this.#dispatcher.fire(event, id, data ?? null),
      set: (id, prop, value) => this.#store.correct(id, prop, value),
      assign: (id, prop, value) => this.#store.apply([[id, { [prop]: value }]]),
      arrange: id => this.#renderer.arrange(id),
      clearStatus: id => this.#dispatcher.board.clear(id),
      upload: (id, files, progress = () => undefined) => this.#pending.track(id, this.#upload([...files], progress)),
      server: async (id, fn, args) => {
        const answer = await fetch(`${this.#api}/component_server/`, {
          method: 'POST', headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ data: args.length === 1 ? args[0] : args, component_id: id, fn_name: fn, session_hash: this.#info.session_hash }),
        });
        if (answer.ok) return answer.json() as Promise<unknown>;
        const { detail } = await answer.json().catch(() => ({})) as { detail?: unknown };
        throw new Error(typeof detail === 'string' ? detail : text('component.server', { fn, status: answer.status }));
      },
      script: async (id, name) => {
        const url = this.#config.gradio4j.scripts?.[id]?.[name];
        return url === undefined ? null : import(new URL(url, document.baseURI).href) as Promise<Readonly<Record<string, unknown>>>;
      },
      toast: (level, message) => this.#toasts.show(level, message),
      type: async name => {
        try {
          await this.#modules.load(name);
          return customElements.get(`gr-${name}`) as typeof GradioElement;
        } catch (error) {
          console.warn((error as Error).message);
          return null;
        }
      },
    };
  }
}

/** Whether what is wrong with a component's value can be read there. */
function isSaid(element: HTMLElement | null): boolean {
  return element !== null && [...element.querySelectorAll('[role="alert"]')].some(alert => alert.getClientRects().length > 0);
}

function sessionHash(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => (byte % 36).toString(36)).join('');
}
