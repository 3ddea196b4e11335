import type { ComponentRecord, Dependency, LayoutNode, ProgressUnit } from './types.js';

/** What the server says about one event (`queue/data`); on our connections each message has a `seq`. */
export type EventMessage =
  | { readonly msg: 'estimation'; readonly event_id: string; readonly rank: number | null; readonly queue_size: number | null; readonly rank_eta: number | null }
  | { readonly msg: 'process_starts'; readonly event_id: string; readonly eta: number | null }
  | { readonly msg: 'progress'; readonly event_id: string; readonly progress_data: readonly ProgressUnit[] | null }
  | { readonly msg: 'log'; readonly event_id: string; readonly log: string; readonly level: ToastLevel; readonly duration: number | null; readonly visible: boolean; readonly title?: string }
  | { readonly msg: 'process_generating' | 'process_streaming'; readonly event_id: string; readonly output: Output; readonly success: boolean; readonly time_limit?: number | null }
  | { readonly msg: 'process_completed'; readonly event_id: string; readonly output: Output; readonly success: boolean; readonly cancelled?: boolean; readonly used_cache?: 'full' | 'partial' | null; readonly cache_duration?: number | null; readonly avg_time?: number | null };

export type ToastLevel = 'error' | 'warning' | 'info' | 'success';

export interface Output {
  readonly data?: readonly unknown[];
  readonly render_config?: RenderConfig | null;
  readonly changed_state_ids?: readonly number[];
  readonly error?: string | null;
  readonly duration?: number | null;
  readonly visible?: boolean;
  readonly title?: string;
}

export interface RenderConfig {
  readonly render_id: number;
  readonly layout: LayoutNode;
  readonly components: readonly ComponentRecord[];
  readonly dependencies: readonly Dependency[];
}

/** What the connection itself says. */
export type ConnectionMessage =
  | { readonly msg: 'connected'; readonly known: boolean }
  | { readonly msg: 'joined'; readonly id: string; readonly event_id: string }
  | { readonly msg: 'rejected'; readonly id: string; readonly status: number; readonly detail: unknown }
  | { readonly msg: 'heartbeat' }
  | { readonly msg: 'close_stream' }
  | { readonly msg: 'unexpected_error'; readonly message?: string; readonly session_not_found?: boolean };

export type ServerMessage = (EventMessage | ConnectionMessage) & { readonly seq?: number };

export interface JoinFrame {
  readonly type: 'join';
  readonly id: string;
  readonly fn_index: number;
  readonly data: readonly unknown[];
  readonly event_data: unknown;
  readonly trigger_id: number | null;
  readonly query: string;
}

/** A piece of what a running event streams; without `data`, the end of the stream. */
export interface StreamFrame {
  readonly type: 'stream';
  readonly event_id: string;
  readonly fn_index: number;
  readonly data?: readonly unknown[];
  readonly event_data?: unknown;
}

export type ClientFrame =
  | JoinFrame
  | StreamFrame
  | { readonly type: 'cancel'; readonly event_id: string; readonly fn_index: number }
  | { readonly type: 'ack'; readonly seq: number };

/** Who waits for the answers of one submission. */
export interface Sink {
  joined(): void;
  rejected(status: number, detail: unknown): void;
  message(message: EventMessage): void;
}

export type Request = Pick<JoinFrame, 'fn_index' | 'data' | 'event_data' | 'trigger_id'>;

/** A submission on its way. */
export interface Ticket {
  cancel(): void;
  /** One more piece for an event that streams its inputs. */
  send(data: readonly unknown[], event_data: unknown): void;
  /** No more pieces come. */
  end(): void;
}

/** The way to the server. */
export interface Backend {
  submit(request: Request, sink: Sink): Ticket;
}
