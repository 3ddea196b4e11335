import net from "node:net";
import { randomBytes } from "node:crypto";

const TEXT = 1, CLOSE = 8;

/** A WebSocket to the loopback, as cheap as can be: no extensions, and a mask of zeros, which leaves the text as it is. */
export class Socket {
  #tcp;
  #bytes = Buffer.alloc(0);
  #message = "";
  #listener;
  #failed;

  /**
   * Opens a connection.
   *
   * @param {number} port
   * @param {string} path with the query
   * @param {(text: string) => void} listener gets each message
   * @param {(error: Error) => void} failed is told when the connection ends before it is closed here
   * @returns {Promise<Socket>}
   */
  static open(port, path, listener, failed) {
    return new Promise((resolve, reject) => {
      const socket = new Socket();
      socket.#listener = listener;
      socket.#failed = (error) => {
        reject(error);
        failed(error);
      };
      socket.#tcp = net.connect({ host: "127.0.0.1", port, noDelay: true }, () => socket.#tcp.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`
        + `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`));
      socket.#tcp.on("error", (error) => socket.#failed(error));
      socket.#tcp.on("close", () => socket.#failed(new Error("the server closed the WebSocket")));
      let upgraded = false;
      socket.#tcp.on("data", (bytes) => {
        socket.#bytes = socket.#bytes.length ? Buffer.concat([socket.#bytes, bytes]) : bytes;
        if (!upgraded) {
          const end = socket.#bytes.indexOf("\r\n\r\n");
          if (end < 0) return;
          const status = socket.#bytes.toString("latin1", 9, 12);
          if (status !== "101") return socket.#failed(new Error(`the WebSocket was answered with ${status}`));
          socket.#bytes = socket.#bytes.subarray(end + 4);
          upgraded = true;
          resolve(socket);
        }
        while (socket.#frame());
      });
    });
  }

  /** @param {object} value sent as JSON in one frame */
  send(value) {
    const text = JSON.stringify(value);
    const length = Buffer.byteLength(text);
    const head = length < 126 ? [0x80 | TEXT, 0x80 | length] : [0x80 | TEXT, 0x80 | 126, length >> 8, length & 255];
    const frame = Buffer.alloc(head.length + 4 + length);
    frame.set(head);
    frame.write(text, head.length + 4);
    this.#tcp.write(frame);
  }

  close() {
    this.#failed = () => {};
    this.#tcp.destroy();
  }

  /** Reads one frame; false when more of it has to come first. */
  #frame() {
    const bytes = this.#bytes;
    if (bytes.length < 2) return false;
    let length = bytes[1] & 127;
    let start = 2;
    if (length >= 126) {
      start = length === 126 ? 4 : 10;
      if (bytes.length < start) return false;
      length = start === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
    }
    if (bytes.length < start + length) return false;
    this.#bytes = bytes.subarray(start + length);
    const code = bytes[0] & 15;
    if (code === CLOSE) this.#failed(new Error("the server ended the WebSocket"));
    if (code <= TEXT) {
      this.#message += bytes.toString("latin1", start, start + length);
      if (bytes[0] & 0x80) {
        const message = this.#message;
        this.#message = "";
        this.#listener(message);
      }
    }
    return true;
  }
}
