import type { Link, LinkEvents, OpenLink } from './connection.js';
import { encoded, hasFiles, nameOf } from './frames.js';
import type { ClientFrame, JoinFrame, ServerMessage, StreamFrame } from './messages.js';
import { upload } from './upload.js';

/** A network that is this far behind gets no more pieces: they would only be late. */
const MOST_BUFFERED = 4 << 20;

/** A link over one WebSocket. */
export function socketLink(url: (last_seq: number) => string): OpenLink {
  return (last_seq, events) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(url(last_seq));
    } catch {
      events.closed(1006);
      return { send: () => undefined, close: () => undefined };
    }
    const closed = (code: number): void => {
      socket.onclose = socket.onmessage = null;
      events.closed(code);
    };
    socket.onmessage = ({ data }) => events.message(JSON.parse(data as string) as ServerMessage);
    socket.onclose = ({ code }) => closed(code);
    return {
      send: frame => {
        if (socket.readyState !== WebSocket.OPEN || isPiece(frame) && socket.bufferedAmount > MOST_BUFFERED) return;
        socket.send(encoded(frame));
      },
      close: () => {
        socket.close();
        closed(1006);
      },
    };
  };
}

function isPiece(frame: ClientFrame): boolean {
  return frame.type === 'stream' && frame.data !== undefined;
}

/** A link over plain HTTP: one request per submission, and one stream of server-sent events for the answers, opened after the first. */
export function streamLink(api: string, session_hash: string): OpenLink {
  return (last_seq, events) => new StreamLink(api, session_hash, last_seq, events);
}

class StreamLink implements Link {
  readonly #aborter = new AbortController();
  readonly #api: string;
  readonly #session_hash: string;
  readonly #events: LinkEvents;
  #seq: number;
  #streaming = false;
  #uploading = false;
  #ended = false;

  constructor(api: string, session_hash: string, last_seq: number, events: LinkEvents) {
    this.#api = api;
    this.#session_hash = session_hash;
    this.#seq = last_seq;
    this.#events = events;
    queueMicrotask(() => {
      if (last_seq > 0) this.#stream();
      this.#pass({ msg: 'connected', known: true });
    });
  }

  send(frame: ClientFrame): void {
    if (frame.type === 'join') void this.#join(frame);
    if (frame.type === 'stream') void this.#piece(frame).catch(() => undefined);
    if (frame.type === 'cancel') void this.#post('cancel', { session_hash: this.#session_hash, fn_index: frame.fn_index, event_id: frame.event_id }).catch(() => undefined);
  }

  close(): void {
    this.#aborter.abort();
    this.#end();
  }

  async #join({ id, fn_index, data: given, event_data, trigger_id, query }: JoinFrame): Promise<void> {
    let data;
    try {
      data = await this.#uploaded(given);
    } catch (error) {
      // To connect again would only send the same files again
      return this.#pass({ msg: 'rejected', id, status: 0, detail: error instanceof Error ? error.message : String(error) });
    }
    try {
      const answer = await this.#post(`queue/join${query ? `?${query}` : ''}`, { id, fn_index, data, event_data, trigger_id, session_hash: this.#session_hash });
      const body = await answer.json().catch(() => null) as { event_id?: string; detail?: unknown } | null;
      if (answer.ok && body?.event_id) {
        this.#pass({ msg: 'joined', id, event_id: body.event_id });
        this.#stream();
      } else {
        this.#pass({ msg: 'rejected', id, status: answer.status, detail: body?.detail ?? null });
      }
    } catch {
      this.#end();
    }
  }

  async #piece({ event_id, fn_index, data, event_data }: StreamFrame): Promise<void> {
    if (data === undefined) return void await this.#post(`stream/${event_id}/close`, {});
    // The server takes the newest piece only: one that comes while another is still on its way is not worth a request
    if (this.#uploading) return;
    this.#uploading = hasFiles(data);
    try {
      await this.#post(`stream/${event_id}`, { fn_index, data: await this.#uploaded(data), event_data: event_data ?? null, session_hash: this.#session_hash });
    } finally {
      this.#uploading = false;
    }
  }

  /** The values with files that are on the server. */
  async #uploaded(data: readonly unknown[]): Promise<readonly unknown[]> {
    const blobs = data.filter(value => value instanceof Blob);
    if (blobs.length === 0) return data;
    const kept = await upload(this.#api, '', blobs.map(blob => new File([blob], nameOf(blob), { type: blob.type })), () => undefined);
    return data.map(value => value instanceof Blob ? { ...kept.shift(), is_stream: true } : value);
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(`${this.#api}/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: this.#aborter.signal });
  }

  #stream(): void {
    if (this.#streaming || this.#ended) return;
    this.#streaming = true;
    const source = new EventSource(`${this.#api}/queue/data?session_hash=${this.#session_hash}&last_seq=${this.#seq}`);
    this.#aborter.signal.addEventListener('abort', () => source.close());
    source.onmessage = ({ data }) => {
      const message = JSON.parse(data as string) as ServerMessage;
      this.#pass(message);
      if (message.msg !== 'close_stream') return;
      source.close();
      this.#streaming = false;
    };
    // EventSource would connect again by itself, with the old last_seq
    source.onerror = () => this.close();
  }

  #pass(message: ServerMessage): void {
    if (this.#ended) return;
    if (message.seq !== undefined) this.#seq = Math.max(this.#seq, message.seq);
    this.#events.message(message);
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#events.closed(1006);
  }
}
