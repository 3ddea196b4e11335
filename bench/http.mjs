import net from "node:net";

const CHUNK = /^(?:\r\n)?([0-9a-f]+)\r\n/i;

/**
 * A keep-alive HTTP/1.1 connection to the loopback, one request at a time. Text is read byte for byte as Latin-1: a load generator
 * must be cheaper than what it measures.
 */
export class Connection {
  #port;
  #socket;
  #rest = "";
  #answer;

  constructor(port) {
    this.#port = port;
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param {string} method
   * @param {string} path
   * @param {object} [body] sent as JSON
   * @param {(text: string) => void} [listener] gets the body piece by piece as it comes; else it is kept
   * @returns {Promise<{status: number, body: string}>}
   */
  async request(method, path, body, listener) {
    if (!this.#socket) await this.#connect();
    let head = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\n`;
    const text = body === undefined ? "" : JSON.stringify(body);
    if (text) head += `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#answer = { resolve, reject, listener, status: 0, left: 0, chunked: false, body: "" };
      this.#socket.write(`${head}\r\n${text}`);
    });
  }

  close() {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #connect() {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ host: "127.0.0.1", port: this.#port, noDelay: true }, () => {
        this.#socket = socket;
        resolve();
      });
      const lost = (error) => {
        reject(error);
        if (this.#socket === socket) this.#socket = undefined;
        this.#answer?.reject(error);
      };
      socket.setEncoding("latin1");
      socket.on("error", lost);
      socket.on("close", () => lost(new Error("the server closed the connection")));
      socket.on("data", (text) => {
        this.#rest += text;
        while (this.#answer && this.#read(this.#answer));
      });
    });
  }

  /** Reads one piece of the answer; false when more of it has to come first. */
  #read(answer) {
    if (!answer.status) return this.#readHead(answer);
    if (answer.chunked && !answer.left) return this.#readSize(answer);
    const piece = this.#rest.slice(0, answer.left);
    this.#rest = this.#rest.slice(piece.length);
    answer.left -= piece.length;
    if (answer.listener) answer.listener(piece);
    else answer.body += piece;
    if (!answer.left && !answer.chunked) return this.#end(answer);
    return this.#rest !== "";
  }

  #readHead(answer) {
    const end = this.#rest.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const head = this.#rest.slice(0, end).toLowerCase();
    this.#rest = this.#rest.slice(end + 4);
    answer.status = Number(head.slice(9, 12));
    answer.chunked = head.includes("transfer-encoding: chunked");
    answer.left = Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0);
    return answer.left || answer.chunked ? true : this.#end(answer);
  }

  #readSize(answer) {
    const line = CHUNK.exec(this.#rest);
    if (!line) return false;
    answer.left = parseInt(line[1], 16);
    const end = line[0].length + (answer.left ? 0 : 2);
    if (this.#rest.length < end) return false;
    this.#rest = this.#rest.slice(end);
    return answer.left ? true : this.#end(answer);
  }

  #end(answer) {
    this.#answer = undefined;
    answer.resolve({ status: answer.status, body: answer.body });
    return false;
  }
}
