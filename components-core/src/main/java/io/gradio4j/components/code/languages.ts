import { StreamLanguage, type StreamParser } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

const legacy = (parser: StreamParser<unknown>): Extension => StreamLanguage.define(parser);

/** What a language brings to the editor; each is loaded when code in it is to be shown. */
const LANGUAGES: Readonly<Record<string, () => Promise<Extension>>> = {
  python: async () => (await import('@codemirror/lang-python')).python(),
  c: async () => (await import('@codemirror/lang-cpp')).cpp(),
  cpp: async () => (await import('@codemirror/lang-cpp')).cpp(),
  java: async () => (await import('@codemirror/lang-java')).java(),
  markdown: async () => (await import('@codemirror/lang-markdown')).markdown(),
  json: async () => (await import('@codemirror/lang-json')).json(),
  html: async () => (await import('@codemirror/lang-html')).html(),
  css: async () => (await import('@codemirror/lang-css')).css(),
  javascript: async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true }),
  typescript: async () => (await import('@codemirror/lang-javascript')).javascript({ jsx: true, typescript: true }),
  jinja2: async () => (await import('@codemirror/lang-jinja')).jinja(),
  yaml: async () => (await import('@codemirror/lang-yaml')).yaml(),
  latex: async () => legacy((await import('@codemirror/legacy-modes/mode/stex')).stex),
  dockerfile: async () => legacy((await import('@codemirror/legacy-modes/mode/dockerfile')).dockerFile),
  shell: async () => legacy((await import('@codemirror/legacy-modes/mode/shell')).shell),
  r: async () => legacy((await import('@codemirror/legacy-modes/mode/r')).r),
};

/** Nothing for plain text, and for a language that nobody knows. */
export async function languageOf(name: string | null): Promise<Extension> {
  if (name?.startsWith('sql')) {
    const dialects: Readonly<Record<string, unknown>> = await import('@codemirror/legacy-modes/mode/sql');
    return legacy((dialects[name.slice(4)] ?? dialects['standardSQL']) as StreamParser<unknown>);
  }
  return (await LANGUAGES[name ?? '']?.()) ?? [];
}
