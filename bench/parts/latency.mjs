import { load, medianRun } from "../load.mjs";
import { EventStreamPage, SocketPage, endpoint } from "../pages.mjs";

/** Round trip of a no-op event for one client that has the server for itself. */
export async function latency({ bench, runs, seconds, report }) {
  const noop = await endpoint(bench.port, "noop");
  for (const [name, type] of [["sse", EventStreamPage], ["ws", SocketPage]]) {
    const page = await type.open(bench.port);
    const measured = [];
    for (let run = 0; run < runs; run++) {
      measured.push(await load(bench.pid, [async () => (await page.event(noop, ["hello"]), 1)], seconds));
    }
    page.close();
    const result = medianRun(measured);
    report(`latency.${name}.p50`, result.p50, result);
    report(`latency.${name}.p95`, result.p95, result);
  }
}
