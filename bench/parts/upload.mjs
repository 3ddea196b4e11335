import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../load.mjs";

const SIZE = 100_000_000;
const PIECE = randomBytes(1_000_000);
const WARM_UPS = 3;
const HEAD = '--bench\r\nContent-Disposition: form-data; name="files"; filename="large.bin"\r\n\r\n';
const TAIL = "\r\n--bench--\r\n";

/** A large file on its way to the server's cache, and whether the server's heap grows with it. */
export async function upload({ hello, runs, report }) {
  const folder = mkdtempSync(join(tmpdir(), "gradio4j-bench-"));
  const server = await hello({ GRADIO_TEMP_DIR: folder });
  try {
    for (let i = 0; i < WARM_UPS; i++) await send(server.port);
    const before = server.heap();
    const rates = [];
    for (let i = 0; i < runs + WARM_UPS; i++) rates.push(await send(server.port));
    report("upload.rate", median(rates));
    report("upload.heap", (server.heap() - before) / 1000);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sends it once; megabytes per second. */
function send(port) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const post = request({ host: "127.0.0.1", port, path: "/gradio_api/upload", method: "POST",
      headers: { "Content-Type": "multipart/form-data; boundary=bench", "Content-Length": HEAD.length + SIZE + TAIL.length } }, (answer) => {
      answer.resume();
      answer.on("end", () => answer.statusCode === 200 ? resolve(SIZE / 1000 / (performance.now() - started))
        : reject(new Error(`the upload was answered with ${answer.statusCode}`)));
    });
    post.on("error", reject);
    post.write(HEAD);
    let left = SIZE;
    const more = () => {
      while (left > 0) {
        left -= PIECE.length;
        if (!post.write(PIECE)) return post.once("drain", more);
      }
      post.end(TAIL);
    };
    more();
  });
}
