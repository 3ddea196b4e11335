import type { Config } from './types.js';

/** One call of the server that this browser remembers. */
export interface Run {
  readonly id: string;
  readonly fn_index: number;
  readonly endpoint: string;
  /** The path of the app's page where it was. */
  readonly page: string;
  readonly inputs: readonly unknown[];
  readonly outputs: readonly unknown[];
  readonly status: 'completed' | 'failed';
  /** Milliseconds since 1970. */
  readonly started: number;
  /** Milliseconds. */
  readonly duration: number;
}

export const PREFIX = 'gradio:run-history:v2:';
export const LOAD = 'gradio4j:load-run';

/** Under which name the runs of an app, and of its user, are kept. */
export function runsKey({ app_id, username }: Pick<Config, 'app_id' | 'username'>): string {
  return `${PREFIX}${app_id}${username ? `:user:${username}` : ''}`;
}

/** Whether there is any run; where the app wants none to be kept, what there is goes. */
export function hasRuns(config: Config): boolean {
  try {
    const key = runsKey(config);
    if (!config.run_history) localStorage.removeItem(key);
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

/** The run that the person asked to see again on the page of runs; once. */
export function takeRun(config: Config): Run | null {
  try {
    const text = sessionStorage.getItem(LOAD);
    if (text === null) return null;
    const { app, run } = JSON.parse(text) as { app: string; run: Run };
    if (app !== runsKey(config)) return null;
    sessionStorage.removeItem(LOAD);
    return run;
  } catch {
    return null;
  }
}
