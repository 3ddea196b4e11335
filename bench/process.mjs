import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "./http.mjs";

const MILLIS_PER_TICK = 10;
const PATIENCE_MS = 60_000;

/** CPU time that a process has used, in milliseconds. */
export function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MILLIS_PER_TICK;
}

/** CPU time that all processes of the machine have used, in milliseconds. */
export function cpuOfAll() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync("/proc/stat", "utf8").split("\n")[0].split(/ +/).slice(1).map(Number);
  return (user + nice + system + irq + softirq + steal) * MILLIS_PER_TICK;
}

/** CPU time that this process has used, in milliseconds. */
export function cpuOfThis() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Resident memory of a process, in kB. */
export function resident(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
}

/** A Java server on the loopback. */
export class Server {
  #child;
  #java;
  #log = "";

  /** Milliseconds from the start of the process to the whole first page. */
  startMillis = 0;
  /** The cores that programs with nothing to do with it used meanwhile. */
  others = 0;
  port = 0;

  /**
   * Starts a server on a free port and waits for its first page.
   *
   * @param {string[]} command
   * @param {Record<string, string>} environment
   */
  static async start(command, environment = {}) {
    const server = new Server();
    const started = performance.now();
    const busy = cpuOfAll() - cpuOfThis();
    server.#java = command[0];
    server.#child = spawn(command[0], command.slice(1), {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, GRADIO_SERVER_NAME: "127.0.0.1", GRADIO_SERVER_PORT: "0", GRADIO_ROOT_PATH: "", ...environment },
    });
    process.once("exit", server.#kill);
    try {
      server.port = await server.#listening();
      const connection = new Connection(server.port);
      const page = await connection.request("GET", "/");
      connection.close();
      if (page.status !== 200) throw new Error(`the first page was answered with ${page.status}`);
    } catch (error) {
      await server.stop();
      throw error;
    }
    server.startMillis = performance.now() - started;
    server.others = Math.max(0, (cpuOfAll() - cpuOfThis() - busy - cpu(server.pid)) / server.startMillis);
    return server;
  }

  get pid() {
    return this.#child.pid;
  }

  #kill = () => this.#child.kill();

  #listening() {
    return new Promise((resolve, reject) => {
      const failed = (why) => reject(new Error(`${why}\n${this.#log.slice(-2000)}`));
      const timer = setTimeout(() => failed("the server did not start within a minute"), PATIENCE_MS);
      const read = (bytes) => {
        this.#log += bytes;
        const address = /Running on local URL: +http:\/\/127\.0\.0\.1:(\d+)/.exec(this.#log);
        if (!address) return;
        clearTimeout(timer);
        resolve(Number(address[1]));
      };
      this.#child.stdout.on("data", read);
      this.#child.stderr.on("data", read);
      this.#child.once("error", (error) => failed(error.message));
      this.#child.once("exit", (code) => failed(`the server ended with ${code}`));
    });
  }

  /** Live heap after a full collection, in kB. */
  heap() {
    const jcmd = (name) => execFileSync(join(dirname(this.#java), "jcmd"), [String(this.pid), name], { encoding: "utf8" });
    jcmd("GC.run");
    const used = [...jcmd("GC.heap_info").matchAll(/^(?! *(?:Metaspace|class space)).*?used (\d+)K/gm)];
    return used.reduce((sum, match) => sum + Number(match[1]), 0);
  }

  async stop() {
    process.off("exit", this.#kill);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill();
    await ended;
    await sleep(100);
  }
}
