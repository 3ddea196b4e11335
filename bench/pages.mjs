import { randomBytes } from "node:crypto";
import { Connection } from "./http.mjs";
import { Socket } from "./socket.mjs";

/** The page acknowledges messages in bunches of this many, as the browser does. */
const ACKNOWLEDGED_TOGETHER = 50;

const newSession = () => randomBytes(8).toString("hex");
const isUpdate = (message) => message.includes('"msg":"process_generating"');
const isLast = (message) => message.includes('"msg":"process_completed"');

function requireSuccess(message) {
  if (!message.includes('"success":true')) throw new Error(`an event failed: ${message.slice(0, 200)}`);
}

/**
 * The listener of an endpoint, as the config names it.
 *
 * @param {number} port
 * @param {string} name
 */
export async function endpoint(port, name) {
  const connection = new Connection(port);
  const { body } = await connection.request("GET", "/config");
  connection.close();
  const found = JSON.parse(body).dependencies.find((dependency) => dependency.api_name === name);
  if (!found) throw new Error(`the app has no endpoint ${name}`);
  return { index: found.id, trigger: found.targets[0]?.[0] ?? null };
}

/** A client of the queue over HTTP, as every Gradio client is one: it joins, and reads the event's messages as server-sent events. */
export class EventStreamPage {
  #session = newSession();
  #join;
  #data;

  constructor(port) {
    this.#join = new Connection(port);
    this.#data = new Connection(port);
  }

  static async open(port) {
    return new EventStreamPage(port);
  }

  /** Sends an event and waits for its end; gives the number of its updates. */
  async event(to, data) {
    const joined = await this.#join.request("POST", "/gradio_api/queue/join?",
      { data, event_data: null, fn_index: to.index, trigger_id: to.trigger, session_hash: this.#session });
    if (joined.status !== 200) throw new Error(`queue/join was answered with ${joined.status}: ${joined.body.slice(0, 200)}`);
    let updates = 0, rest = "", last = "";
    await this.#data.request("GET", `/gradio_api/queue/data?session_hash=${this.#session}`, undefined, (text) => {
      rest += text;
      let start = 0;
      for (let end; (end = rest.indexOf("\n\n", start)) >= 0; start = end + 2) {
        const message = rest.slice(start, end);
        if (isUpdate(message)) updates++;
        else if (isLast(message)) last = message;
      }
      rest = rest.slice(start);
    });
    requireSuccess(last);
    return updates;
  }

  close() {
    this.#join.close();
    this.#data.close();
  }
}

/** A client that does what our own page does: one WebSocket for everything. */
export class SocketPage {
  #socket;
  #seen = 0;
  #joins = 0;
  #waiting;
  #connected;

  static async open(port) {
    const page = new SocketPage();
    const connected = new Promise((resolve, reject) => {
      page.#connected = resolve;
      page.#waiting = { reject };
    });
    page.#socket = await Socket.open(port, `/gradio_api/ws?session_hash=${newSession()}`, (message) => page.#take(message),
      (error) => page.#waiting?.reject(error));
    await connected;
    return page;
  }

  #take(message) {
    if (message.startsWith('{"msg":"connected"')) return this.#connected();
    if (++this.#seen % ACKNOWLEDGED_TOGETHER === 0) this.#socket.send({ type: "ack", seq: this.#seen });
    if (isUpdate(message)) {
      this.#waiting.updates++;
    } else if (isLast(message)) {
      try {
        requireSuccess(message);
        this.#waiting.resolve(this.#waiting.updates);
      } catch (error) {
        this.#waiting.reject(error);
      }
    }
  }

  /** Sends an event and waits for its end; gives the number of its updates. */
  event(to, data) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, updates: 0 };
      this.#socket.send({ type: "join", id: `e${++this.#joins}`, fn_index: to.index, data, event_data: null, trigger_id: to.trigger,
        query: "" });
    });
  }

  close() {
    this.#socket.close();
  }
}
