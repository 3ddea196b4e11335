import { median } from "../load.mjs";
import { EventStreamPage, SocketPage, endpoint } from "../pages.mjs";
import { cpuOfAll, cpuOfThis, cpu } from "../process.mjs";

const CLIENTS = 250;
const MESSAGES = 500;

/** Many clients at once, each with a text that grows a hundred times a second for five seconds: how long they take on average. */
export async function crowd({ bench, runs, report }) {
  const to = await endpoint(bench.port, "growing");
  for (const [name, type] of [["sse", EventStreamPage], ["ws", SocketPage]]) {
    const pages = await Promise.all(Array.from({ length: CLIENTS }, () => type.open(bench.port)));
    const means = [], generators = [], others = [];
    for (let run = 0; run < runs; run++) {
      const before = { wall: performance.now(), here: cpuOfThis(), all: cpuOfAll(), server: cpu(bench.pid) };
      const times = await Promise.all(pages.map((page) => complete(page, to)));
      const wall = performance.now() - before.wall, here = cpuOfThis() - before.here;
      means.push(times.reduce((sum, time) => sum + time, 0) / times.length);
      generators.push(here / wall);
      others.push(Math.max(0, (cpuOfAll() - before.all - here - (cpu(bench.pid) - before.server)) / wall));
    }
    pages.forEach((page) => page.close());
    report(`crowd.${name}`, median(means), { generator: median(generators), others: median(others) });
  }
}

async function complete(page, to) {
  const started = performance.now();
  const updates = await page.event(to, [MESSAGES]);
  if (updates !== MESSAGES) throw new Error(`a stream had ${updates} messages instead of ${MESSAGES}`);
  return (performance.now() - started) / 1000;
}
