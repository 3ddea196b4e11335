import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { load } from "./load.mjs";
import { EventStreamPage, SocketPage, endpoint } from "./pages.mjs";
import { calls } from "./parts/calls.mjs";
import { crowd } from "./parts/crowd.mjs";
import { events } from "./parts/events.mjs";
import { latency } from "./parts/latency.mjs";
import { page } from "./parts/page.mjs";
import { memory, start } from "./parts/start.mjs";
import { streams } from "./parts/streams.mjs";
import { upload } from "./parts/upload.mjs";
import { Server } from "./process.mjs";
import { table } from "./table.mjs";

const PARTS = { latency, events, calls, streams, crowd, upload, start, memory, page };
/** These share one server that has been warmed up. */
const UNDER_LOAD = new Set(["latency", "events", "calls", "streams", "crowd"]);
const WARM_UP_SECONDS = 5;

const { source, parts: figures } = JSON.parse(readFileSync(new URL("figures.json", import.meta.url), "utf8"));
const words = (name) => process.env[name].split("\n").filter(Boolean);

function options() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: {
    json: { type: "string" }, runs: { type: "string", default: "3" }, seconds: { type: "string", default: "3" } } });
  const unknown = positionals.find((part) => !PARTS[part]);
  if (unknown) throw new Error(`there is no part ${unknown}; the parts are ${Object.keys(PARTS).join(", ")}`);
  const positive = (name) => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0, not ${values[name]}`);
    return value;
  };
  return { json: values.json, runs: Math.ceil(positive("runs")), seconds: positive("seconds"),
    parts: positionals.length ? positionals : Object.keys(PARTS) };
}

/** Has the compiler see every way of an event before anything is measured. */
async function warmUp(server) {
  const noop = await endpoint(server.port, "noop");
  for (const type of [EventStreamPage, SocketPage]) {
    const pages = await Promise.all(Array.from({ length: 16 }, () => type.open(server.port)));
    await load(server.pid, pages.map((one) => async () => (await one.event(noop, ["hello"]), 1)), WARM_UP_SECONDS);
    pages.forEach((one) => one.close());
  }
}

function machine() {
  const version = (command, ...options) => execFileSync(command, options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).split("\n");
  const jdk = version(words("BENCH_SERVE")[0], "--version");
  return { cpu: `${cpus().length} × ${cpus()[0].model.trim()}`, memory: `${Math.round(totalmem() / 1e9)} GB`, jdk: jdk[1] || jdk[0],
    node: process.version, chromium: process.env.CHROMIUM ? version(process.env.CHROMIUM, "--version")[0].trim() : undefined };
}

async function measure({ parts, runs, seconds }) {
  const results = new Map();
  const context = {
    runs, seconds,
    report: (id, value, { generator, others } = {}) => results.set(id, { value, generator, others }),
    hello: (environment) => Server.start(words("BENCH_SERVE"), { GRADIO_APP: "HelloApp", ...environment }),
    launch: () => Server.start(words("BENCH_LAUNCH")),
  };
  if (parts.includes("page")) context.chromium = (await import("playwright-core")).chromium;
  for (const part of parts) {
    console.error(`measuring ${part}`);
    try {
      if (UNDER_LOAD.has(part) && !context.bench) {
        context.bench = await Server.start(words("BENCH_SERVE"), { GRADIO_APP: "BenchApp", GRADIO_PLUGINS: process.env.BENCH_PLUGINS });
        await warmUp(context.bench);
      }
      if (!UNDER_LOAD.has(part)) {
        await context.bench?.stop();
        context.bench = undefined;
      }
      await PARTS[part](context);
    } catch (error) {
      process.exitCode = 1;
      for (const { id } of figures[part]) if (!results.has(id)) results.set(id, { error: error.message.split("\n")[0] });
      console.error(error);
    }
  }
  await context.bench?.stop();
  return results;
}

const chosen = options();
const about = { date: new Date().toISOString(), ...machine(), runs: chosen.runs, seconds: chosen.seconds, load: loadavg().map((x) => +x.toFixed(2)) };
const results = await measure(chosen);
about.loadAfter = loadavg().map((x) => +x.toFixed(2));

const all = chosen.parts.flatMap((part) => figures[part]);
console.log(`${about.date}, ${about.cpu}, ${about.memory}; ${about.jdk}; Node ${about.node}${about.chromium ? `; ${about.chromium}` : ""}
load average ${about.load.join(" ")} before, ${about.loadAfter.join(" ")} after; medians of ${about.runs} runs of ${about.seconds} s\n
${table(all, results)}\n
Gradio, published: ${source}
generator, others: cores used meanwhile by this load generator, and by programs that have nothing to do with it (100 % = one core).
What others use is missing here: times and rates are the machine's own only where they are near 0.`);
if (chosen.json) {
  writeFileSync(chosen.json, JSON.stringify({ ...about, source, figures: all.map((figure) => ({ ...figure, ...results.get(figure.id) })) }, null, 2));
}
