import type { GradioElement } from './element.js';
import type { AppInfo, FileData } from './types.js';

/** What the shell does for the elements it mounts. An element outside of a page has none; all its calls are then harmless. */
export interface Host {
  readonly app: AppInfo;
  /** A person changed the value: store it, fire `input` (and `change` by the store's rule). */
  input(id: number, value: unknown): void;
  dispatch(id: number, event: string, data: unknown): void;
  set(id: number, prop: string, value: unknown): void;
  /** Sets a property as an update from the app would: `change` fires when the value differs. */
  assign(id: number, prop: string, value: unknown): void;
  /** The layout's answers to `mounts` may have changed. */
  arrange(id: number): void;
  clearStatus(id: number): void;
  /** Events that have the component as an input wait until its uploads are over. */
  upload(id: number, files: Iterable<File>, progress?: (loaded: number, total: number) => void): Promise<FileData[]>;
  /** A module of the app's author that belongs to the component; null when it has none of that name. */
  script(id: number, name: string): Promise<Readonly<Record<string, unknown>> | null>;
  server(id: number, fn: string, args: readonly unknown[]): Promise<unknown>;
  /** A translated text for a key of ours or of the app's; the key itself when there is none. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  toast(level: 'error' | 'warning' | 'info' | 'success', message: string): void;
  /** Loads the module of a component type; null (and a warning) when there is none. */
  type(name: string): Promise<typeof GradioElement | null>;
}
