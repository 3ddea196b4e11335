import { Connection } from "../http.mjs";
import { load, medianRun } from "../load.mjs";

const CLIENTS = 16;

/** The plain endpoints of programs: /call, which goes through the queue, and /run, which does not. */
export async function calls({ bench, runs, seconds, report }) {
  const connections = Array.from({ length: CLIENTS }, () => new Connection(bench.port));
  for (const [name, once] of [["call", call], ["run", run]]) {
    const measured = [];
    for (let i = 0; i < runs; i++) {
      measured.push(await load(bench.pid, connections.map((connection) => async () => (await once(connection), 1)), seconds));
    }
    const result = medianRun(measured);
    report(`calls.${name}`, result.perSecond, result);
  }
  connections.forEach((connection) => connection.close());
}

async function call(connection) {
  const posted = await connection.request("POST", "/gradio_api/call/noop", { data: ["hello"] });
  const followed = await connection.request("GET", `/gradio_api/call/noop/${JSON.parse(posted.body).event_id}`);
  if (!followed.body.includes('event: complete\ndata: ["hello"]')) throw new Error(`/call failed: ${followed.body.slice(0, 200)}`);
}

async function run(connection) {
  const answer = await connection.request("POST", "/gradio_api/run/noop_direct", { data: ["hello"], session_hash: "bench" });
  if (answer.status !== 200) throw new Error(`/run was answered with ${answer.status}: ${answer.body.slice(0, 200)}`);
}
