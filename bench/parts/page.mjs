import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../load.mjs";

const PATIENCE_MS = 15_000;
const SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"];
/** What belongs to an event and not to loading the page. */
const OF_EVENTS = /\/(queue\/|heartbeat|call\/|ws\?)/;

/** What the browser and its driver take for themselves: the least page that a person can use in the same way. */
const PLAIN = `<!DOCTYPE html><title>plain</title><label>name <textarea></textarea></label> <input>
<button onclick="document.querySelector('input').value = 'Hello ' + document.querySelector('textarea').value + '!'">Submit</button>`;

/** The hello page in a fresh browser, and again in the same one: what comes over the wire, and how soon a person can use it. */
export async function page({ hello, chromium, runs, report }) {
  const server = await hello();
  const plain = createServer((request, response) => response.setHeader("content-type", "text/html").end(request.url === "/" ? PLAIN : ""));
  await once(plain.listen(0, "127.0.0.1"), "listening");
  const visits = { cold: [], warm: [], plain: [] };
  try {
    for (let run = 0; run < runs + 2; run++) {
      const profile = mkdtempSync(join(tmpdir(), "gradio4j-bench-"));
      const browser = await chromium.launchPersistentContext(profile,
        { executablePath: process.env.CHROMIUM, headless: true, args: SWITCHES });
      try {
        for (const kind of ["cold", "warm"]) visits[kind].push(await visit(browser, `http://127.0.0.1:${server.port}/`));
        visits.plain.push(await visit(browser, `http://127.0.0.1:${plain.address().port}/`));
      } finally {
        await browser.close();
        rmSync(profile, { recursive: true, force: true });
      }
    }
  } finally {
    await server.stop();
    plain.closeAllConnections();
    plain.close();
  }
  const of = (kind, name) => median(visits[kind].map((seen) => seen[name]));
  report("page.requests", of("cold", "requests"));
  report("page.bytes", of("cold", "bytes") / 1000);
  report("page.script", of("cold", "script") / 1000);
  for (const kind of ["cold", "warm"]) {
    report(`page.paint.${kind}`, of(kind, "paint"));
    report(`page.interactive.${kind}`, of(kind, "interactive") / 1000);
    report(`page.usable.${kind}`, of(kind, "usable") / 1000);
  }
  report("page.interactive.plain", of("plain", "interactive") / 1000);
  report("page.click", of("cold", "click"));
  report("page.click.plain", of("plain", "click"));
  report("page.answer", of("cold", "answer"));
}

async function visit(browser, url) {
  const tab = await browser.newPage();
  await tab.addInitScript(watchUse);
  await tab.addInitScript(watchClick);
  const wire = await listen(browser, tab);
  const started = performance.now();
  await tab.goto(url, { waitUntil: "commit" });
  const input = tab.getByRole("textbox").first();
  await input.fill("bench", { timeout: PATIENCE_MS });
  const button = tab.getByRole("button", { name: "Submit" });
  await button.waitFor({ timeout: PATIENCE_MS });
  const interactive = performance.now() - started;
  const { requests, bytes, script } = wire();
  const clicked = performance.now();
  await button.click({ timeout: PATIENCE_MS });
  await tab.waitForFunction(() => globalThis.answered, null, { polling: 5, timeout: PATIENCE_MS });
  const click = performance.now() - clicked;
  const answer = await tab.evaluate(() => globalThis.answered);
  const usable = await tab.evaluate(() => globalThis.usable);
  const paint = await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  await tab.close();
  return { requests, bytes, script, interactive, usable, click, answer, paint };
}

/**
 * Runs in the page: when, by its own clock from the beginning of the navigation, its field and its button are there, visible and enabled. The driver
 * looks for them at once and then after 20, 50 and 100 ms more, so that it notices late.
 */
function watchUse() {
  const ready = (element) => element.checkVisibility() && !element.disabled;
  new MutationObserver((_, observer) => {
    const field = document.querySelector("textarea");
    const button = [...document.querySelectorAll("button")].find((some) => some.textContent.includes("Submit"));
    if (!field || !button || !ready(field) || !ready(button)) return;
    globalThis.usable = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** Runs in the page: how long it takes by its own clock from the click to the result. The driver's click alone takes tens of milliseconds. */
function watchClick() {
  addEventListener("click", () => {
    const clicked = performance.now();
    const looking = setInterval(() => {
      if (![...document.querySelectorAll("textarea, input")].some((field) => field.value === "Hello bench!")) return;
      clearInterval(looking);
      globalThis.answered = performance.now() - clicked;
    }, 1);
  }, { capture: true, once: true });
}

/** Counts what comes over the wire until it is asked. */
async function listen(browser, tab) {
  const requests = new Map();
  const session = await browser.newCDPSession(tab);
  await session.send("Network.enable");
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    if (request.url.startsWith("http") && !OF_EVENTS.test(request.url)) requests.set(requestId, { script: type === "Script", bytes: 0 });
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const seen = requests.get(requestId);
    if (seen && response.mimeType.includes("javascript")) seen.script = true;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const seen = requests.get(requestId);
    if (seen) seen.bytes = encodedDataLength;
  });
  return () => {
    const all = [...requests.values()];
    const sum = (some) => some.reduce((total, seen) => total + seen.bytes, 0);
    return { requests: all.length, bytes: sum(all), script: sum(all.filter((seen) => seen.script)) };
  };
}
