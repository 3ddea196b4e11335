/** The wire's vocabulary, as the page sees it: the config, its nodes and dependencies, files, and the loading status of a component. */

export type Props = Record<string, unknown>;

/** `false`: not mounted; `"hidden"`: mounted, but not displayed. */
export type Visibility = boolean | 'hidden';

export interface LayoutNode {
  readonly id: number;
  readonly children?: readonly LayoutNode[];
}

export interface ComponentRecord {
  readonly id: number;
  readonly type: string;
  readonly props: Props;
  readonly skip_api?: boolean;
  readonly key?: number | string | null;
  readonly rendered_in?: number;
}

export type TriggerMode = 'once' | 'multiple' | 'always_last';
export type ShowProgress = 'full' | 'minimal' | 'hidden';

export interface Dependency {
  readonly id: number;
  readonly targets: readonly (readonly [number | null, string])[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly backend_fn: boolean;
  readonly api_name?: string | boolean | null;
  readonly api_visibility?: 'public' | 'undocumented' | 'private';
  readonly js?: string | boolean | null;
  readonly js_implementation?: string | null;
  readonly queue?: boolean;
  readonly show_progress?: ShowProgress;
  readonly show_progress_on?: readonly number[] | null;
  readonly cancels?: readonly number[];
  readonly trigger_after?: number | null;
  readonly trigger_only_on_success?: boolean;
  readonly trigger_only_on_failure?: boolean;
  readonly trigger_mode?: TriggerMode;
  readonly connection?: 'sse' | 'stream';
  readonly time_limit?: number | null;
  readonly stream_every?: number;
  readonly event_specific_args?: readonly string[] | null;
  readonly component_prop_inputs?: readonly number[];
  readonly rendered_in?: number | null;
  readonly render_id?: number | null;
}

export interface Config {
  readonly version: string;
  readonly api_prefix: string;
  readonly root: string;
  readonly app_id?: number;
  readonly username?: string | null;
  readonly run_history?: boolean;
  readonly mcp_server?: boolean;
  readonly pwa?: boolean;
  readonly title?: string;
  readonly css?: string | null;
  readonly head?: string | null;
  readonly js?: string | boolean | null;
  readonly footer_links?: readonly (string | object)[];
  readonly fill_height?: boolean;
  readonly fill_width?: boolean;
  readonly max_file_size?: number | null;
  readonly components: readonly ComponentRecord[];
  readonly dependencies: readonly Dependency[];
  readonly layout: LayoutNode;
  readonly connect_heartbeat?: boolean;
  readonly deep_link_state?: 'none' | 'valid' | 'invalid';
  readonly i18n_translations?: Readonly<Record<string, Readonly<Record<string, string>>>> | null;
  readonly pages?: readonly (readonly [string, string, boolean])[];
  readonly current_page?: string;
  readonly gradio4j: {
    readonly version: string;
    readonly modules: Readonly<Record<string, string>>;
    readonly js: string | null;
    /** The modules that belong to single components: id → name → address. */
    readonly scripts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly websocket: boolean;
  };
}

export interface FileData {
  path: string;
  url?: string | null;
  size?: number | null;
  orig_name?: string | null;
  mime_type?: string | null;
  is_stream?: boolean;
  meta: { _type: 'gradio.FileData' };
}

export interface ProgressUnit {
  readonly index?: number | null;
  readonly length?: number | null;
  readonly unit?: string | null;
  readonly progress?: number | null;
  readonly desc?: string | null;
}

/** What a running event says about one component; the overlay of its block shows it. */
export interface LoadingStatus {
  readonly status: 'pending' | 'generating' | 'streaming' | 'complete' | 'error';
  readonly show_progress: ShowProgress;
  readonly fn_index: number;
  /** 0 = next in the queue. */
  readonly queue_position?: number | null;
  readonly queue_size?: number | null;
  /** Expected seconds from `started` to the result. */
  readonly eta?: number | null;
  /** `performance.now()` of the submission. */
  readonly started?: number;
  readonly progress?: readonly ProgressUnit[] | null;
  readonly message?: string | null;
  readonly validation_error?: string | null;
  /** Seconds a stream may still run. */
  readonly time_limit?: number | null;
  /** A text that says that the answer came from a cache. */
  readonly cache?: string | null;
}

/** What the page knows about itself; the same for every element. */
export interface AppInfo {
  readonly root: string;
  readonly api_prefix: string;
  readonly version: string;
  readonly session_hash: string;
  readonly max_file_size: number | null;
}
