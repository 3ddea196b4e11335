import { load, medianRun } from "../load.mjs";
import { EventStreamPage, SocketPage, endpoint } from "../pages.mjs";

const MESSAGES = 1000;
const STREAMS = [1, 16];

/** Handlers that give 1,000 results one after the other, as fast as they arrive: a text that grows, and short texts. */
export async function streams({ bench, runs, seconds, report }) {
  for (const [name, type] of [["sse", EventStreamPage], ["ws", SocketPage]]) {
    for (const kind of ["tokens", "tokens_plain"]) {
      const to = await endpoint(bench.port, kind);
      for (const count of STREAMS) {
        const pages = await Promise.all(Array.from({ length: count }, () => type.open(bench.port)));
        const workers = pages.map((page) => () => complete(page, to));
        const measured = [];
        for (let run = 0; run < runs; run++) measured.push(await load(bench.pid, workers, seconds));
        pages.forEach((page) => page.close());
        const result = medianRun(measured);
        report(`streams.${name}.${kind}.${count}`, result.perSecond, result);
      }
    }
  }
}

async function complete(page, to) {
  const updates = await page.event(to, [MESSAGES]);
  if (updates !== MESSAGES) throw new Error(`a stream had ${updates} messages instead of ${MESSAGES}`);
  return updates;
}
