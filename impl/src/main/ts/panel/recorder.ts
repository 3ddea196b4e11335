import type { Call, Shell } from '../gradio4j/shell.js';
import type { Text } from './panel.js';

/** A call that the page made: the endpoint's name, and the inputs that clients send. */
export interface RecordedCall {
  readonly endpoint: string;
  readonly values: readonly unknown[];
}

/** Writes down the calls that the page makes. A button at the edge of the window shows how many, and ends it. */
export class Recorder {
  readonly calls: RecordedCall[] = [];
  readonly #shell: Shell;
  readonly #text: Text;
  readonly #button = document.createElement('button');

  constructor(shell: Shell, text: Text, ended: () => void) {
    this.#shell = shell;
    this.#text = text;
    this.#button.type = 'button';
    this.#button.id = 'api-recorder';
    this.#button.addEventListener('click', ended);
  }

  start(): void {
    this.calls.length = 0;
    this.#draw();
    (this.#shell.frame.querySelector('.gradio-container') ?? this.#shell.frame).append(this.#button);
    this.#shell.watchers.add(this.#heard);
  }

  stop(): void {
    this.#button.remove();
    this.#shell.watchers.delete(this.#heard);
  }

  readonly #heard = ({ dependency, inputs }: Call): void => {
    const { api_name, api_visibility } = dependency;
    if (api_visibility !== 'public' || typeof api_name !== 'string') return;
    const sent = (id: number): boolean => this.#shell.config.components.find(component => component.id === id)?.skip_api !== true;
    this.calls.push({ endpoint: `/${api_name}`, values: inputs.filter((_, i) => sent(dependency.inputs[i]!)) });
    this.#draw();
  };

  #draw(): void {
    const last = this.calls.at(-1);
    this.#button.textContent = `${this.#text('api.recording')} [${this.calls.length}]${last ? ` ${last.endpoint}` : ''}`;
  }
}
