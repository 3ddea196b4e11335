/**
 * Runs the browser tests of one Maven module, without a browser: `node impl/src/build/test.mjs <module-dir>`.
 * Every `src/test/ts/**\/*.test.ts` is type-checked, bundled and given to `node --test`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies, typeCheck } from './toolchain.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const module_dir = resolve(process.argv[2]);
const sources = join(module_dir, 'src/test/ts');
const out = join(module_dir, 'target/web-tests');

ensureDependencies(root);
const tests = existsSync(sources) ? readdirSync(sources, { recursive: true }).filter(f => f.endsWith('.test.ts')).map(f => join(sources, f)) : [];
if (tests.length === 0) {
  console.error(`no browser tests in ${sources}`);
  process.exit(1);
}
typeCheck(root, module_dir, ['src/test/ts/**/*.ts'], ['node']);

const esbuild = await import('esbuild');
rmSync(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints: tests, bundle: true, format: 'esm', platform: 'node', target: 'node20', outdir: out, outExtension: { '.js': '.mjs' },
  entryNames: '[name]', sourcemap: 'inline', logLevel: 'warning', tsconfig: join(root, 'tsconfig.json'), external: ['linkedom'], loader: { '.css': 'text' },
});
const files = readdirSync(out).filter(f => f.endsWith('.test.mjs')).map(f => join(out, basename(f)));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=dot', ...files], { stdio: 'inherit' });
process.exit(run.status ?? 1);
