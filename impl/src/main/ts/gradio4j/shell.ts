import type { ToastLevel } from './messages.js';
import type { Outcome } from './submission.js';
import type { DisplayTheme } from './theme.js';
import type { Translator } from './translate.js';
import type { Config, Dependency } from './types.js';

/** One call of the server on its way. */
export interface Call {
  readonly dependency: Dependency;
  readonly inputs: readonly unknown[];
  /** What came of it, with the last outputs; when it was made, in milliseconds since 1970, and how many it took. */
  readonly ended: Promise<{ readonly kind: Outcome['kind']; readonly outputs: readonly unknown[]; readonly started: number; readonly duration: number }>;
}

/** What can be opened from the page's last line. */
export type View = 'api' | 'settings' | 'api-recorder';

/** The app, as the panels around it see it. */
export interface Shell {
  readonly config: Config;
  /** The address of the API, without a slash at the end. */
  readonly api: string;
  readonly theme: DisplayTheme;
  readonly translator: Translator;
  /** Where panels stand. */
  readonly frame: HTMLElement;
  /** Hear of every call of the server. */
  readonly watchers: Set<(call: Call) => void>;
  toast(level: ToastLevel, message: string): void;
  /** Changes the language of all that is shown. */
  speak(language: string): Promise<void>;
  /** A recording runs, which this stops; null: none does. */
  recording(stop: (() => void) | null): void;
}

/** What the module of the panels offers. */
export interface PanelModule {
  open(shell: Shell, view: View): Promise<void>;
}

/** What the module of the run history offers. */
export interface RunsModule {
  keep(shell: Shell, call: Call): void;
}

// The page's import map knows these names. They are variables, so that nothing is bundled.
const PANEL = 'gradio4j/panel/panel.js';
const RUNS = 'gradio4j/runs/runs.js';

export function panels(): Promise<PanelModule> {
  return import(PANEL) as Promise<PanelModule>;
}

export function runs(): Promise<RunsModule> {
  return import(RUNS) as Promise<RunsModule>;
}
