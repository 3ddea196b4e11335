/** What the tests with the JavaScript client of Gradio share. The app is at the address in GRADIO_URL. */
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';

export const address = process.env.GRADIO_URL;

/** Everything a submission tells until it has ended, or until a message that fits. Copied, for the client goes on to edit what it gave out. */
export async function told(submission, isLast = () => false) {
  const messages = [];
  for await (const message of submission) {
    messages.push(structuredClone(message));
    if (isLast(message)) break;
  }
  return messages;
}

export const isOver = message => message.type === 'status' && (message.stage === 'complete' || message.stage === 'error');
export const statuses = messages => messages.filter(m => m.type === 'status');
export const stages = messages => statuses(messages).map(m => m.stage);
export const values = messages => messages.filter(m => m.type === 'data').map(m => m.data);

/** What a promise fails with. */
export async function failure(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return assert.fail('it should have failed');
}

/** Waits until something is so. */
export async function until(isSo, what) {
  for (let tries = 0; !(await isSo()); tries++) {
    assert.ok(tries < 200, `it should be so that ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Writes down what is asked of the server while an action runs. Form data and other bodies that are no text stay as they are. */
export async function asked(action) {
  const real = globalThis.fetch;
  const requests = [];
  globalThis.fetch = async (target, options = {}) => {
    const url = new URL(target instanceof Request ? target.url : target);
    requests.push({ method: options.method ?? 'GET', path: url.pathname + url.search,
      body: typeof options.body === 'string' ? JSON.parse(options.body) : options.body });
    return real(target, options);
  };
  try {
    await action();
  } finally {
    globalThis.fetch = real;
  }
  return requests;
}

/**
 * A proxy in front of a server, which can lose connections and be slow.
 * `answered(path)` is awaited before an answer is passed on; `open` counts the connections of each path, `cut(path)` ends them.
 */
export async function proxy(target = address, { prefix = '', headers = {}, answered = async () => {} } = {}) {
  const open = new Map();
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url.startsWith(prefix)) {
      outgoing.writeHead(502).end();
      return;
    }
    const url = new URL(incoming.url.slice(prefix.length), target);
    const sockets = open.get(url.pathname) ?? new Set();
    open.set(url.pathname, sockets.add(incoming.socket));
    const passed = request(url, { method: incoming.method, headers: { ...incoming.headers, ...headers }, agent: false }, async answer => {
      await answered(url.pathname);
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => {
      sockets.delete(incoming.socket);
      passed.destroy();
    });
    incoming.pipe(passed);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}/`,
    turnTo(other) { target = other; },
    openTo: path => open.get(path)?.size ?? 0,
    cut: path => [...(open.get(path) ?? [])].forEach(socket => socket.destroy()),
    close() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}
