import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../load.mjs";
import { SocketPage } from "../pages.mjs";
import { Server, resident } from "../process.mjs";

const STARTS = 3;
const REST_MS = 5_000;
const IDLE_PAGES = 500;

/** Time from the start of the process to the first page. The first start only warms the disk's cache. */
export async function start({ hello, launch, runs, report }) {
  for (const [id, command] of [["start.serve", hello], ["start.launch", launch]]) {
    const seconds = [];
    for (let run = -1; run < runs + STARTS; run++) {
      const server = await command();
      if (run >= 0) seconds.push(server.startMillis / 1000);
      await server.stop();
    }
    report(id, median(seconds));
  }
}

/** Memory of an app that nobody uses: after its first page, and for each page that is open. */
export async function memory({ hello, launch, runs, report }) {
  for (const [id, command] of [["memory.serve", hello], ["memory.launch", launch]]) {
    const megabytes = [];
    for (let run = 0; run < runs; run++) {
      const server = await command();
      await sleep(REST_MS);
      megabytes.push(resident(server.pid) / 1000);
      await server.stop();
    }
    report(id, median(megabytes));
  }
  const growth = [];
  for (let run = 0; run < runs; run++) growth.push(await openPages(await hello()));
  report("memory.page", median(growth.map((grown) => grown.resident)));
  report("memory.heap", median(growth.map((grown) => grown.heap)));
}

/** What one more open page takes, in kB. A first round of pages has the server grow to its working size. */
async function openPages(server) {
  const open = () => Promise.all(Array.from({ length: IDLE_PAGES }, () => SocketPage.open(server.port)));
  const state = () => ({ heap: server.heap(), resident: resident(server.pid) });
  const few = await Promise.all(Array.from({ length: 10 }, () => SocketPage.open(server.port)));
  await sleep(1_000);
  const before = state();
  const pages = await open();
  await sleep(1_000);
  const after = state();
  [...few, ...pages].forEach((page) => page.close());
  await server.stop();
  return { heap: (after.heap - before.heap) / IDLE_PAGES, resident: (after.resident - before.resident) / IDLE_PAGES };
}
