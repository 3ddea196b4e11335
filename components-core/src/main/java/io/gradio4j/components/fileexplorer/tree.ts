/** What is in a folder, as the server says. */
export interface Entry {
  readonly name: string;
  readonly type: 'folder' | 'file';
  readonly valid: boolean;
}

export type Path = readonly string[];
export type Mark = 'all' | 'some' | 'none';

const keyOf = (path: Path): string => path.join('/');

/** What is known of a folder and those below, and which files in it are chosen. */
export class Tree {
  readonly #load: (path: Path) => Promise<readonly Entry[]>;
  readonly #folders = new Map<string, Promise<readonly Entry[]>>();
  readonly #known = new Map<string, readonly Entry[]>();

  constructor(load: (path: Path) => Promise<readonly Entry[]>) {
    this.#load = load;
  }

  entries(path: Path): readonly Entry[] | undefined {
    return this.#known.get(keyOf(path));
  }

  /** The content of a folder, asked for once. */
  open(path: Path): Promise<readonly Entry[]> {
    const key = keyOf(path);
    let content = this.#folders.get(key);
    if (!content) {
      content = this.#load(path).then(entries => {
        this.#known.set(key, entries);
        return entries;
      });
      this.#folders.set(key, content);
    }
    return content;
  }

  /** All files in a folder and below. */
  async files(path: Path): Promise<Path[]> {
    const files: Path[] = [];
    for (const entry of await this.open(path)) {
      const at = [...path, entry.name];
      if (entry.type === 'folder') files.push(...await this.files(at));
      else if (entry.valid) files.push(at);
    }
    return files;
  }

  /** How much of a folder is chosen, as far as it is known. */
  mark(path: Path, chosen: ReadonlySet<string>): Mark {
    const prefix = `${keyOf(path)}/`;
    const some = [...chosen].some(key => key.startsWith(prefix));
    if (!some) return 'none';
    return this.#isAll(path, chosen) ? 'all' : 'some';
  }

  #isAll(path: Path, chosen: ReadonlySet<string>): boolean {
    const entries = this.entries(path);
    return entries !== undefined && entries.every(entry => {
      const at = [...path, entry.name];
      return entry.type === 'folder' ? this.#isAll(at, chosen) : !entry.valid || chosen.has(keyOf(at));
    });
  }
}

export { keyOf };
