/**
 * Builds the browser halves of one Maven module:
 *
 *   node impl/src/build/web.mjs <module-dir> [--update-sizes] [--no-check]
 *
 * An entry is every TypeScript file named like its folder (`textbox/textbox.ts`) under the module's `src/main/java` or `src/main/ts`.
 * Each becomes one minified ES module `target/classes/META-INF/resources/gradio/<name>/<name>.js` with its lazily imported chunks
 * (hashed names) beside it, and `.br`/`.gz` siblings of every file. A style sheet of the same name next to an entry under `src/main/ts`
 * is written as a file of its own; everywhere else CSS is imported as text. `lit`, `lit/*`, `gradio4j` and `gradio4j/*` stay imports
 * (the page's import map resolves them), except in the bundle `gradio4j` itself, which carries lit and lists what it stands for in `imports.json`.
 *
 * The licences of the npm packages in the bundles are copied to `META-INF/licenses` of the jar.
 *
 * What a bundle loads later counts as `<name>/lazy`; a library that comes with a file in a folder of its own below the entry (`markdown/diagrams`) is counted by itself.
 * Every bundle's brotli size is pinned in `<module>/sizes.json`; growing by more than 5 % fails the build until `--update-sizes` is given.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ensureDependencies, typeCheck } from './toolchain.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const flags = new Set(process.argv.slice(2).filter(a => a.startsWith('--')));
const module_dir = resolve(process.argv.slice(2).find(a => !a.startsWith('--')) ?? fail('usage: web.mjs <module-dir> [--update-sizes] [--no-check]'));
const out_root = join(module_dir, 'target/classes/META-INF/resources/gradio');

ensureDependencies(root);
const esbuild = await import('esbuild');

/** What libraries load for things that nobody uses here: an import of it fails when it comes to that. */
const UNUSED = ['elkjs/*'];

/** `import styles from './x.css'` gives the minified text. */
const cssAsText = {
  name: 'css-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const css = await esbuild.build({ entryPoints: [path], bundle: true, minify: true, write: false, loader: { '.woff2': 'dataurl' } });
      return { contents: css.outputFiles[0].text, loader: 'text', watchFiles: [path] };
    });
  },
};

const entries = ['src/main/ts', 'src/main/java'].flatMap(dir => findEntries(join(module_dir, dir)));
if (entries.length === 0) process.exit(0);
const twice = entries.find((e, i) => entries.findIndex(o => o.name === e.name) !== i);
if (twice) fail(`two entries are named "${twice.name}"`);
if (!flags.has('--no-check')) typeCheck(root, module_dir, ['src/main/ts/**/*.ts', 'src/main/java/**/*.ts'], []);

const packages = new Set();
const sizes = {};
for (const entry of entries) Object.assign(sizes, await bundle(entry));
copyLicences();
checkSizes(sizes);

function findEntries(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(f => f.isFile() && f.name === `${basename(f.parentPath ?? f.path)}.ts`)
    .map(f => ({ name: f.name.slice(0, -3), file: join(f.parentPath ?? f.path, f.name), shell: dir.endsWith('ts') }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function bundle({ name, file, shell }) {
  const out = join(out_root, name);
  const is_core = name === 'gradio4j';
  const options = {
    bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'linked', outdir: out, logLevel: 'warning',
    loader: { '.woff2': 'dataurl', '.svg': 'text' },
  };
  const built = await esbuild.build({
    ...options, entryPoints: [file], metafile: true, splitting: true, chunkNames: '[name]-[hash]', plugins: [cssAsText],
    tsconfig: join(root, 'tsconfig.json'),
    // Nearly all of the shell runs when a page opens: browsers that know the hint compile it as it comes instead of function by function.
    banner: is_core ? { js: '//# allFunctionsCalledOnLoad' } : {},
    external: is_core ? [] : ['lit', 'lit/*', '@lit/*', 'gradio4j', 'gradio4j/*', ...UNUSED],
  });
  for (const input of Object.keys(built.metafile.inputs)) {
    const name = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    if (name) packages.add(name);
  }
  const files = built.outputFiles.map(f => ({ path: f.path, bytes: f.contents }));
  const sheet = file.replace(/\.ts$/, '.css');
  if (shell && existsSync(sheet)) {
    const css = await esbuild.build({ ...options, entryPoints: [sheet] });
    files.push(...css.outputFiles.map(f => ({ path: f.path, bytes: f.contents })));
  }
  if (is_core) files.push({ path: join(out, 'imports.json'), bytes: Buffer.from(JSON.stringify(importsOf(file))) });

  const kept = new Set();
  const sizes = {};
  const folders = foldersOf(built.metafile.outputs, file);
  for (const { path, bytes } of files) {
    const compressed = write(path, Buffer.from(bytes), kept);
    if (/\.(js|css)$/.test(path)) {
      const direct = basename(path).startsWith(`${name}.`);
      const key = direct ? `${name}/${basename(path)}` : `${name}/${folders.get(basename(path)) ?? 'lazy'}`;
      sizes[key] = (sizes[key] ?? 0) + compressed;
    }
  }
  for (const old of readdirSync(out)) if (!kept.has(old)) rmSync(join(out, old), { recursive: true });
  return sizes;
}

/** Of the chunks that nothing else needs than a file in a folder below the entry's: that folder, by the chunk's name. */
function foldersOf(outputs, entry) {
  const below = path => {
    const source = outputs[path].entryPoint;
    const folder = source ? dirname(relative(dirname(entry), resolve(source))) : '.';
    return /^\w/.test(folder) ? folder : null;
  };
  const reached = (path, found = new Set()) => {
    found.add(path);
    for (const { path: next } of outputs[path].imports) if (next in outputs && !found.has(next) && below(next) === null) reached(next, found);
    return found;
  };
  const paths = Object.keys(outputs);
  const needed = reached(paths.find(path => outputs[path].entryPoint && resolve(outputs[path].entryPoint) === entry));
  return new Map(paths.filter(below).flatMap(path => [...reached(path)].filter(chunk => !needed.has(chunk)).map(chunk => [basename(chunk), below(path)])));
}

/** Writes a file with its compressed siblings, unless it is already there unchanged; returns the brotli size. */
function write(path, bytes, kept) {
  mkdirSync(dirname(path), { recursive: true });
  for (const suffix of ['', '.br', '.gz']) kept.add(basename(path) + suffix);
  const unchanged = existsSync(path) && existsSync(`${path}.br`) && existsSync(`${path}.gz`) && readFileSync(path).equals(bytes);
  if (!unchanged) {
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(path, bytes);
  }
  return readFileSync(`${path}.br`).length;
}

function copyLicences() {
  const licences = join(module_dir, 'target/classes/META-INF/licenses');
  rmSync(licences, { recursive: true, force: true });
  mkdirSync(licences, { recursive: true });
  for (const name of packages) {
    const package_dir = join(root, 'node_modules', name);
    const file = readdirSync(package_dir).find(f => /^licen[cs]e/i.test(f)) ?? fail(`the npm package ${name} has no licence file`);
    copyFileSync(join(package_dir, file), join(licences, `${name.replace('/', '-')}.txt`));
  }
}

/** The module names the core bundle stands for: its own, and each one it re-exports. */
function importsOf(file) {
  const names = [...readFileSync(file, 'utf8').matchAll(/^export .* from '(lit[^']*)';$/gm)].map(m => m[1]);
  return ['gradio4j', ...new Set(names)].sort();
}

function checkSizes(now) {
  const file = join(module_dir, 'sizes.json');
  const pinned = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (flags.has('--update-sizes')) {
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(now).sort()), null, 2) + '\n');
    return;
  }
  const wrong = Object.entries(now)
    .filter(([key, size]) => !(size <= Math.max(pinned[key] * 1.05, pinned[key] + 64)))
    .map(([key, size]) => `  ${key}: ${size} bytes (brotli), ${pinned[key] === undefined ? 'not listed' : `pinned ${pinned[key]}`}`);
  if (wrong.length > 0) {
    const command = `node impl/src/build/web.mjs ${relative(root, module_dir)} --update-sizes`;
    fail(`bundles have grown:\n${wrong.join('\n')}\nif that is on purpose: ${command}`);
  }
}

function fail(message) {
  console.error(`web build: ${message}`);
  process.exit(1);
}
