import { setTimeout as sleep } from "node:timers/promises";
import { median, medianRun } from "../load.mjs";
import { SocketPage } from "../pages.mjs";
import { Server, resident } from "../process.mjs";

/** A start is short: so many more of them than of other runs. */
const MORE_STARTS = 4;
const REST_MS = 5_000;
const FEW_PAGES = 500;
const MANY_PAGES = 2_000;
const TOGETHER = 50;

/** Time from the start of the process to the first page. The first start only warms the disk's cache. */
export async function start({ hello, launch, runs, report }) {
  for (const [id, command] of [["start.serve", hello], ["start.launch", launch]]) {
    const starts = [];
    for (let run = -1; run < runs + MORE_STARTS; run++) {
      const server = await command();
      if (run >= 0) starts.push({ seconds: server.startMillis / 1000, others: server.others });
      await server.stop();
    }
    const result = medianRun(starts);
    report(id, result.seconds, result);
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

/** What each further open page takes, in kB: a first lot of pages has the server grow to its working size. */
async function openPages(server) {
  const pages = [];
  const open = async (count) => {
    while (pages.length < count) pages.push(...await Promise.all(Array.from({ length: TOGETHER }, () => SocketPage.open(server.port))));
    await sleep(1_000);
    return { heap: server.heap(), resident: resident(server.pid) };
  };
  const few = await open(FEW_PAGES);
  const many = await open(MANY_PAGES);
  pages.forEach((page) => page.close());
  await server.stop();
  return { heap: (many.heap - few.heap) / (MANY_PAGES - FEW_PAGES), resident: (many.resident - few.resident) / (MANY_PAGES - FEW_PAGES) };
}
