import { load, medianRun } from "../load.mjs";
import { EventStreamPage, SocketPage, endpoint } from "../pages.mjs";

const SESSIONS = [1, 16, 64, 256];

/** No-op events through the queue, from more and more sessions that each wait for one event before sending the next. */
export async function events({ bench, runs, seconds, report }) {
  const noop = await endpoint(bench.port, "noop");
  for (const [name, type] of [["sse", EventStreamPage], ["ws", SocketPage]]) {
    for (const sessions of SESSIONS) {
      const pages = await Promise.all(Array.from({ length: sessions }, () => type.open(bench.port)));
      const workers = pages.map((page) => async () => (await page.event(noop, ["hello"]), 1));
      const measured = [];
      for (let run = 0; run < runs; run++) measured.push(await load(bench.pid, workers, seconds));
      pages.forEach((page) => page.close());
      const result = medianRun(measured);
      report(`events.${name}.${sessions}`, result.perSecond, result);
      report(`cpu.${name}.${sessions}`, result.cpu, result);
    }
  }
}
