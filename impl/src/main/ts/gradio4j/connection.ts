import type { Backend, ClientFrame, EventMessage, JoinFrame, Request, ServerMessage, Sink, StreamFrame, Ticket } from './messages.js';

/** An open way to the server. It reports its end once, also when it never came up. */
export interface Link {
  send(frame: ClientFrame): void;
  close(): void;
}

export interface LinkEvents {
  message(message: ServerMessage): void;
  /** `code` as of a WebSocket; 1006 for any other end. */
  closed(code: number): void;
}

export type OpenLink = (last_seq: number, events: LinkEvents) => Link;

export interface ConnectionOptions {
  readonly socket: OpenLink | null;
  readonly stream: OpenLink;
  /** Whether plain HTTP works (then it is the WebSocket that something blocks). */
  reachable(): Promise<boolean>;
  /** The page's query string without `?`. */
  query(): string;
  online(online: boolean): void;
  /** The server does not know the session any more, or refuses the page. */
  lost(): void;
  later(action: () => void, ms: number): unknown;
  forget(timer: unknown): void;
  random(): number;
}

const FIRST_DELAY = 250;
const LONGEST_DELAY = 10_000;
/** When a page that fell back looks whether WebSockets work again: twice as late each time. */
const FIRST_RETURN = 5_000;
const LATEST_RETURN = 600_000;
const TAKEOVER = 5_000;
/** The server sends a heartbeat every 15 s. */
const SILENCE = 40_000;
const ACK_EVERY = 50;
const ACK_AFTER = 1_000;
const POLICY = 1008;

/**
 * Keeps one way to the server open and makes interruptions invisible: joins without an answer are sent again (the server answers a
 * known id once only), messages come in order and none twice. Falls back from the WebSocket to SSE where only that is blocked, and goes
 * back when it works again.
 */
export class Connection implements Backend {
  readonly #options: ConnectionOptions;
  #open: OpenLink;
  #link: Link | null = null;
  /** Whose messages count; each link that is opened has a new one. */
  #turn: object = {};
  #probe: Link | null = null;
  #returnAfter = FIRST_RETURN;
  #ready = false;
  #ever = false;
  #over = false;
  #failures = 0;
  #seq = 0;
  #acked = 0;
  #ids = 0;
  #retry: unknown;
  #return: unknown;
  #watch: unknown;
  #ack: unknown;
  readonly #unanswered = new Map<string, { frame: JoinFrame; sink: Sink; cancelled: boolean }>();
  readonly #running = new Map<string, Sink>();
  readonly #early = new Map<string, EventMessage[]>();
  readonly #cancels = new Set<ClientFrame>();

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#open = options.socket ?? options.stream;
  }

  /** Opens the connection, if it is not open yet. A first submission does it, too. */
  connect(): void {
    if (this.#link || this.#over) return;
    this.#options.forget(this.#retry);
    this.#retry = undefined;
    const turn = this.#turn = {};
    const link = this.#open(this.#seq, {
      message: message => { if (this.#turn === turn) this.#receive(message); },
      closed: code => { if (this.#turn === turn) this.#closed(code); },
    });
    if (this.#turn !== turn) return;
    this.#link = link;
    this.#guard();
  }

  /** The network is back, or the page is shown again: no need to wait for the next attempt. */
  hurry(): void {
    if (this.#ever && !this.#link) this.connect();
  }

  submit(request: Request, sink: Sink): Ticket {
    const frame: JoinFrame = { type: 'join', id: String(++this.#ids), ...request, query: this.#options.query() };
    const entry = { frame, sink, cancelled: false };
    this.#unanswered.set(frame.id, entry);
    this.#stay();
    if (this.#ready) this.#link!.send(frame);
    else this.connect();
    const stream = (piece: Pick<StreamFrame, 'data' | 'event_data'>): void => {
      // A piece is worth nothing when it is late: what can't be sent now is dropped
      for (const [event_id, waiting] of this.#running) if (waiting === sink && this.#ready) this.#link!.send({ type: 'stream', event_id, fn_index: frame.fn_index, ...piece });
    };
    return {
      cancel: () => {
        entry.cancelled = true;
        for (const [event_id, waiting] of this.#running) if (waiting === sink) this.#cancel(event_id, frame.fn_index);
      },
      send: (data, event_data) => stream({ data, event_data }),
      end: () => stream({}),
    };
  }

  #cancel(event_id: string, fn_index: number): void {
    this.#running.delete(event_id);
    const frame: ClientFrame = { type: 'cancel', event_id, fn_index };
    if (this.#ready) this.#link!.send(frame);
    else this.#cancels.add(frame);
  }

  #receive(message: ServerMessage): void {
    this.#guard();
    if (message.msg === 'connected') return this.#connected(message.known);
    if (message.seq !== undefined) {
      if (message.seq <= this.#seq) return;
      this.#seq = message.seq;
      this.#acknowledge();
    }
    switch (message.msg) {
      case 'heartbeat':
      case 'close_stream':
        return;
      case 'joined': {
        const entry = this.#unanswered.get(message.id);
        if (!entry) return;
        this.#unanswered.delete(message.id);
        this.#joined(entry, message.event_id);
        return;
      }
      case 'rejected': {
        const entry = this.#unanswered.get(message.id);
        this.#unanswered.delete(message.id);
        return entry?.sink.rejected(message.status, message.detail);
      }
      case 'unexpected_error':
        if (message.session_not_found) this.#lose();
        return;
      default:
        return this.#deliver(message);
    }
  }

  #joined({ frame, sink, cancelled }: { frame: JoinFrame; sink: Sink; cancelled: boolean }, event_id: string): void {
    const early = this.#early.get(event_id) ?? [];
    this.#early.delete(event_id);
    if (cancelled) return this.#cancel(event_id, frame.fn_index);
    this.#running.set(event_id, sink);
    sink.joined();
    for (const message of early) this.#deliver(message);
  }

  /** Over SSE an event's first messages may be faster than the answer to its join. */
  #deliver(message: EventMessage): void {
    const sink = this.#running.get(message.event_id);
    if (sink) {
      if (message.msg === 'process_completed') this.#running.delete(message.event_id);
      sink.message(message);
    } else if (this.#unanswered.size > 0) {
      const early = this.#early.get(message.event_id) ?? [];
      this.#early.set(message.event_id, [...early, message]);
    }
  }

  #connected(known: boolean): void {
    if (!known && this.#seq > 0) return this.#lose();
    this.#ready = true;
    this.#ever = true;
    this.#failures = 0;
    this.#options.online(true);
    for (const frame of this.#cancels) this.#link?.send(frame);
    this.#cancels.clear();
    for (const { frame } of this.#unanswered.values()) this.#link?.send(frame);
    if (this.#open === this.#options.socket) this.#returnAfter = FIRST_RETURN;
    else this.#planReturn();
  }

  #planReturn(): void {
    if (!this.#options.socket) return;
    this.#options.forget(this.#return);
    this.#return = this.#options.later(() => this.#goBack(), this.#returnAfter);
    this.#returnAfter = Math.min(LATEST_RETURN, this.#returnAfter * 2);
  }

  /** Tries a WebSocket beside the link that works, while nothing is on its way to the server; once it is open, it takes over. */
  #goBack(): void {
    const { socket } = this.#options;
    if (!socket || this.#over || this.#open === socket) return;
    if (!this.#ready || this.#unanswered.size > 0) return this.#planReturn();
    const turn = {};
    const probe = this.#probe = socket(this.#seq, {
      message: message => {
        if (this.#probe === probe && message.msg === 'connected') {
          this.#probe = null;
          this.#turn = turn;
          this.#link?.close();
          this.#open = socket;
          this.#link = probe;
        }
        if (this.#turn === turn) this.#receive(message);
      },
      closed: code => {
        if (this.#turn === turn) this.#closed(code);
        else if (this.#probe) this.#giveUp();
      },
    });
  }

  #giveUp(): void {
    this.#stay();
    if (!this.#link) this.#again();
  }

  /** Gives up the attempt to go back, if there is one. */
  #stay(): void {
    const probe = this.#probe;
    if (!probe) return;
    this.#probe = null;
    probe.close();
    this.#planReturn();
  }

  #closed(code: number): void {
    this.#link = null;
    this.#turn = {};
    this.#ready = false;
    this.#options.forget(this.#watch);
    if (this.#over) return;
    if (this.#probe) {
      // Most likely the server has let the WebSocket take over, which says so in a moment
      this.#watch = this.#options.later(() => this.#giveUp(), TAKEOVER);
      return;
    }
    this.#options.forget(this.#return);
    if (code === POLICY) return this.#lose();
    this.#failures += 1;
    this.#options.online(false);
    const blocked = this.#open !== this.#options.stream && (this.#failures >= 3 || !this.#ever);
    if (blocked) void this.#fallBack();
    else this.#again();
  }

  async #fallBack(): Promise<void> {
    if (await this.#options.reachable()) {
      this.#open = this.#options.stream;
      this.connect();
    } else {
      this.#again();
    }
  }

  /** Tries again later: twice as late each time, and not all pages of a server at once. */
  #again(): void {
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (this.#failures - 1));
    this.#options.forget(this.#retry);
    this.#retry = this.#options.later(() => this.connect(), delay * (0.5 + this.#options.random() / 2));
  }

  /** Ends a link that has been silent for too long: its cable is cut, and nobody told. */
  #guard(): void {
    this.#options.forget(this.#watch);
    this.#watch = this.#options.later(() => this.#link?.close(), SILENCE);
  }

  #acknowledge(): void {
    const send = (): void => {
      this.#ack = undefined;
      if (!this.#ready || this.#acked === this.#seq) return;
      this.#acked = this.#seq;
      this.#link?.send({ type: 'ack', seq: this.#seq });
    };
    this.#options.forget(this.#ack);
    if (this.#seq - this.#acked >= ACK_EVERY) send();
    else this.#ack = this.#options.later(send, ACK_AFTER);
  }

  /** Ends it for good; nobody is told. */
  close(): void {
    if (this.#over) return;
    this.#over = true;
    this.#ready = false;
    this.#link?.close();
    this.#probe?.close();
    this.#unanswered.clear();
    this.#running.clear();
    for (const timer of [this.#retry, this.#return, this.#watch, this.#ack]) this.#options.forget(timer);
  }

  #lose(): void {
    if (this.#over) return;
    this.close();
    this.#options.lost();
  }
}
