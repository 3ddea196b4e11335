import { setTimeout as sleep } from "node:timers/promises";
import { cpu, cpuOfAll, cpuOfThis } from "./process.mjs";

const SETTLING_MS = 300;

/** The value below which a share of all values lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => percentile(values, 0.5);

/**
 * Repeats what workers do, each as soon as it has finished, and counts within a window of time.
 *
 * @param {number} pid the server's process
 * @param {(() => Promise<number>)[]} workers each does one thing and says how much that counts
 * @param {number} seconds
 * @returns per second; latencies' p50 and p95 in ms; the server's CPU time for each thing in ms; and who used how many cores meanwhile:
 *   this load generator, and programs that have nothing to do with it
 */
export async function load(pid, workers, seconds) {
  const latencies = [];
  let counted = 0, counting = false, over = false;
  const all = Promise.all(workers.map(async (work) => {
    while (!over) {
      const started = performance.now();
      const amount = await work();
      if (counting) {
        counted += amount;
        latencies.push(performance.now() - started);
      }
    }
  }));
  const times = () => ({ wall: performance.now(), server: cpu(pid), all: cpuOfAll(), here: cpuOfThis() });
  const measured = async () => {
    await sleep(SETTLING_MS);
    const before = times();
    counting = true;
    await sleep(seconds * 1000);
    counting = false;
    const after = times();
    over = true;
    return Object.fromEntries(Object.keys(before).map((key) => [key, after[key] - before[key]]));
  };
  const window = measured();
  await Promise.race([all, window]);
  const [used] = await Promise.all([window, all]);
  return {
    perSecond: counted / used.wall * 1000,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    cpu: used.server / counted,
    generator: used.here / used.wall,
    others: Math.max(0, (used.all - used.server - used.here) / used.wall),
  };
}

/** The median run of several, each property by itself. */
export function medianRun(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((run) => run[key]))]));
}
