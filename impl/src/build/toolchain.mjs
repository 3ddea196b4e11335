/** What the browser build and its tests share: the npm dependencies and the type check. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Runs `npm ci` unless node_modules is the one of the current lock file. Modules built in parallel wait for each other. */
export function ensureDependencies(root) {
  const stamp = join(root, 'node_modules/.gradio4j-lock');
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const upToDate = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  const guard = join(root, '.npm-ci.lock');
  while (!upToDate()) {
    if (!take(guard)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      if (!upToDate()) {
        execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
        writeFileSync(stamp, wanted);
      }
    } finally {
      rmSync(guard, { recursive: true, force: true });
    }
  }
}

function take(guard) {
  try {
    mkdirSync(guard);
    return true;
  } catch {
    const abandoned = existsSync(guard) && Date.now() - statSync(guard).mtimeMs > 300_000;
    if (abandoned) rmSync(guard, { recursive: true, force: true });
    return false;
  }
}

/** Type-checks the module's files that match the patterns; ends the build on an error. */
export function typeCheck(root, module_dir, patterns, types) {
  const target = join(module_dir, 'target');
  mkdirSync(target, { recursive: true });
  const up = relative(target, root);
  const config = join(target, types.length > 0 ? 'tsconfig.test.json' : 'tsconfig.main.json');
  writeFileSync(config, JSON.stringify({
    extends: `${up}/tsconfig.json`,
    compilerOptions: { types, typeRoots: [`${up}/node_modules/@types`] },
    include: [...patterns.map(p => `../${p}`), `${up}/impl/src/main/ts/gradio4j/assets.d.ts`],
    exclude: [],
  }));
  const done = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(1);
}
