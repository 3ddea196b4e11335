import { copyText, html, nothing, type TemplateResult } from 'gradio4j';
import type { Shell } from '../gradio4j/shell.js';
import { installation, LANGUAGES, replay, type Language } from './code.js';
import { address, type Text } from './panel.js';
import type { RecordedCall } from './recorder.js';

interface ApiValue {
  readonly label: string;
  readonly type: Readonly<Record<string, unknown>>;
  readonly python_type: { readonly type: string; readonly description: string | null };
  readonly component: string;
}

export interface ApiParameter extends ApiValue {
  readonly parameter_name: string;
  readonly parameter_has_default: boolean;
  readonly parameter_default: unknown;
  readonly example_input: unknown;
}

export interface Endpoint {
  readonly description?: string;
  readonly parameters: readonly ApiParameter[];
  readonly returns: readonly ApiValue[];
  readonly oauth_token?: string;
  readonly code_snippets?: Readonly<Record<string, string>>;
}

interface Statistics {
  readonly total_requests: number;
  readonly success_rate: number;
  readonly process_time_percentiles: Readonly<Record<string, number>>;
}

/** The documentation of the app's endpoints: in each language the code to copy, and what goes in and comes out. */
export class ApiDocs {
  readonly #shell: Shell;
  readonly #text: Text;
  readonly #changed: () => void;
  #endpoints: Readonly<Record<string, Endpoint>> | null = null;
  #statistics: Readonly<Record<string, Statistics>> = {};
  #failed = false;
  #recent: string | null = null;
  #language: Language;

  constructor(shell: Shell, text: Text, changed: () => void) {
    this.#shell = shell;
    this.#text = text;
    this.#changed = changed;
    const wanted = new URLSearchParams(location.search).get('lang');
    this.#language = wanted !== null && wanted in LANGUAGES ? wanted as Language : 'java';
    shell.watchers.add(({ dependency: { api_name } }) => { this.#recent = `/${api_name}`; });
  }

  async load(): Promise<void> {
    try {
      this.#endpoints ??= (await get(`${this.#shell.api}/info`) as { named_endpoints: Record<string, Endpoint> }).named_endpoints;
      this.#failed = false;
      this.#changed();
      this.#statistics = (await get(`${this.#shell.config.root}/monitoring/summary`) as { functions?: Record<string, Statistics> }).functions ?? {};
    } catch (error) {
      // the figures are an extra, which an operator may keep to himself
      this.#failed = this.#endpoints === null;
      if (this.#failed) console.error(error);
    }
    this.#changed();
  }

  render(recorded: readonly RecordedCall[], record: () => void): TemplateResult {
    const text = this.#text;
    if (this.#failed) return html`<div class="panel-section" role="alert">${text('api.failed')}</div>`;
    if (this.#endpoints === null) return html`<div class="panel-section">${text('common.loading')}</div>`;
    const { root, gradio4j } = this.#shell.config;
    const endpoints = Object.entries(this.#endpoints);
    if (endpoints.length === 0) return html`<div class="panel-section">${text('api.none', { url: root })}</div>`;
    const install = installation(this.#language, gradio4j.version);
    return html`
      <div class="panel-section"><p><strong>${plural(text, 'api.count', endpoints.length)}</strong></p><p>${text('api.intro')}</p><br>
        <div class="chips snippets" role="radiogroup" aria-label=${text('api.language')}>${Object.entries(LANGUAGES).map(([language, name]) => html`
          <label class="snippet ${language === this.#language ? 'current-lang' : 'inactive-lang'}"><input type="radio" class="sr-only" name="gr-api-language" .checked=${language === this.#language}
            @change=${() => this.#choose(language as Language)}>${name}</label>`)}</div>
        ${install === null ? nothing : html`<h3>${text('api.install')}</h3>${this.#code(install, text('api.install'))}`}
        <br><p>${text('api.recorder_about')}</p><br><button type="button" class="panel-button" id="start-api-recorder" @click=${record}>${text('api.recorder')}</button>
        ${recorded.length === 0 ? nothing : html`<h3>${plural(text, 'api.recorded', recorded.length)}</h4>
          ${this.#code(replay(this.#language, root, this.#shell.api, recorded, this.#endpoints), text('api.recorder'))}`}
      </div>
      <div class="panel-section">${endpoints.map(([name, endpoint]) => this.#endpoint(name, endpoint))}</div>`;
  }

  #choose(language: Language): void {
    this.#language = language;
    address('lang', language);
    this.#changed();
  }

  #endpoint(name: string, endpoint: Endpoint): TemplateResult {
    const text = this.#text;
    const { parameters, returns, description, oauth_token, code_snippets } = endpoint;
    const figures = this.#statistics[name] ?? this.#statistics[name.slice(1)];
    return html`<section class="endpoint" aria-label=${name}>
      <h3><bdi>${name}</bdi> ${name === this.#recent ? html`<span class="recent">${text('api.recent')}</span>` : nothing}</h3>
      ${description ? html`<p>${description}</p>` : nothing}
      ${figures && figures.total_requests > 0 ? html`<p class="subdued">${text('api.stats', { n: figures.total_requests, percent: Math.round(figures.success_rate * 100), p50: time(figures.process_time_percentiles['50th'] ?? 0) })}</p>` : nothing}
      ${oauth_token ? html`<p>${text('api.token')}</p>` : nothing}
      ${this.#code(code_snippets?.[this.#language] ?? '', `${LANGUAGES[this.#language]} ${name}`)}
      <h4>${plural(text, 'api.accepts', parameters.length)}</h4>
      <dl>${parameters.map(parameter => html`<div><dt><code>${parameter.parameter_name}</code><span class="type">${this.#type(parameter)}</span>
        <span class="subdued">${parameter.parameter_has_default ? text('api.default', { value: JSON.stringify(parameter.parameter_default) }) : text('api.required')}</span></dt>
        <dd>${text('api.input', { label: parameter.label, component: parameter.component })} ${parameter.python_type.description} <span class="subdued">${text('api.example', { value: short(parameter.example_input) })}</span></dd></div>`)}</dl>
      <h4>${plural(text, 'api.returns', returns.length)}</h4>
      <dl>${returns.map(value => html`<div><dt><span class="type">${this.#type(value)}</span></dt><dd>${text('api.output', { label: value.label, component: value.component })}</dd></div>`)}</dl>
    </section>`;
  }

  #type({ type, python_type }: ApiValue): string {
    return this.#language === 'python' ? python_type.type : this.#language === 'java' ? javaType(type, python_type.type) : jsonType(type, python_type.type);
  }

  #code(code: string, name: string): TemplateResult {
    const copy = async (event: Event): Promise<void> => {
      const button = event.currentTarget as HTMLElement;
      await copyText(code);
      button.textContent = this.#text('common.copied');
      setTimeout(() => { button.textContent = this.#text('common.copy'); }, 1500);
    };
    return html`<div class="snippet-code" dir="ltr"><pre tabindex="0" role="region" aria-label=${name}><code>${code}</code></pre>
      <button type="button" class="copy" @click=${(event: Event) => void copy(event).catch((error: unknown) => console.warn(error))}>${this.#text('common.copy')}</button></div>`;
  }
}

async function get(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.json();
}

function plural(text: Text, key: string, n: number): string {
  return text(n === 1 ? `${key}_one` : n === 0 && key !== 'api.count' ? `${key}_none` : key, { n });
}

function time(seconds: number): string {
  return seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds.toFixed(2)} s`;
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function jsonType(schema: ApiValue['type'], python: string): string {
  if (python === 'filepath') return 'file';
  const { type, items, enum: choices } = schema as { type?: string; items?: ApiValue['type']; enum?: readonly unknown[] };
  if (choices) return choices.map(choice => JSON.stringify(choice)).join(' | ');
  return type === 'array' ? `${jsonType(items ?? {}, '')}[]` : type ?? 'any';
}

function javaType(schema: ApiValue['type'], python: string): string {
  if (python === 'filepath') return 'Path';
  const { type, items, enum: choices } = schema as { type?: string; items?: ApiValue['type']; enum?: readonly unknown[] };
  if (choices) return `${typeof choices[0] === 'string' ? 'String' : 'Object'}: ${choices.map(choice => JSON.stringify(choice)).join(', ')}`;
  if (type === 'array') return `List<${javaType(items ?? {}, '')}>`;
  return { string: 'String', number: 'Double', integer: 'Long', boolean: 'Boolean', object: 'Map<String, ?>' }[type ?? ''] ?? 'Object';
}
