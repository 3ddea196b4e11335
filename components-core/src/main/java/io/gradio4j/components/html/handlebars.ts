/** Handlebars' language without generated code: its parser's tree is walked. A chunk of its own, loaded for templates that use it. */
import { parse } from 'handlebars/lib/handlebars/compiler/base.js';
import type { Values } from './template.js';

interface Node { readonly type: string }
interface Program extends Node { readonly body: readonly Node[]; readonly blockParams?: readonly string[] }
interface Path extends Node { readonly data: boolean; readonly depth: number; readonly parts: readonly unknown[]; readonly original: string }
interface Call extends Node {
  readonly path: Node; readonly params: readonly Node[]; readonly hash?: { readonly pairs: readonly { readonly key: string; readonly value: Node }[] };
}
interface Mustache extends Call { readonly escaped: boolean }
interface BlockCall extends Call { readonly program?: Program; readonly inverse?: Program }

interface Scope {
  readonly context: unknown;
  readonly parent: Scope | null;
  /** What `@name` means. */
  readonly data: Values;
  /** Names given by `as |name|`. */
  readonly names: Values;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' };
/** Stands around the number of an expression's place: a character for private use. */
const MARK = '\uE000';
const programs = new Map<string, Program>();

/** The text between expressions with its tags replaced; then the expressions' values in their places. */
export function interpret(strings: readonly string[], parts: readonly string[], values: Values): string {
  const text = strings.map((string, index) => index === 0 ? string : `${MARK}${index - 1}${MARK}${string}`).join('');
  let program = programs.get(text);
  if (!program) programs.set(text, program = parse(text) as Program);
  const out = run(program, { context: values, parent: null, data: { root: values }, names: {} });
  return out.replace(/\uE000(\d+)\uE000/g, (_, index: string) => parts[Number(index)] ?? '');
}

function run(program: Program | undefined, scope: Scope): string {
  return program ? program.body.map(node => statement(node, scope)).join('') : '';
}

function statement(node: Node, scope: Scope): string {
  switch (node.type) {
    case 'ContentStatement': return (node as unknown as { value: string }).value;
    case 'CommentStatement': return '';
    case 'MustacheStatement': {
      const { escaped } = node as Mustache;
      const text = String(called(node as Mustache, scope) ?? '');
      return escaped ? text.replace(/[&<>"'`=]/g, sign => ESCAPES[sign]!) : text;
    }
    case 'BlockStatement': return block(node as BlockCall, scope);
    default: throw new Error(`Templates have no ${node.type}`);
  }
}

function called(call: Call, scope: Scope): unknown {
  if (call.params.length === 0) return valueOf(call.path, scope);
  const name = (call.path as Path).original;
  if (name !== 'lookup') throw new Error(`Missing helper: "${name}"`);
  return member(valueOf(call.params[0]!, scope), call.params[1] ? valueOf(call.params[1], scope) : undefined);
}

function block(call: BlockCall, scope: Scope): string {
  const name = (call.path as Path).original;
  const { program, inverse, params } = call;
  if (params.length === 0) {
    const value = valueOf(call.path, scope);
    if (Array.isArray(value)) return each(value, call, scope);
    return isEmpty(value) ? run(inverse, scope) : run(program, value === true ? scope : within(value, scope));
  }
  const value = valueOf(params[0]!, scope);
  switch (name) {
    case 'if': return run(holds(value, call, scope) ? program : inverse, scope);
    case 'unless': return run(holds(value, call, scope) ? inverse : program, scope);
    case 'with': return isEmpty(value) ? run(inverse, scope) : run(program, named(within(value, scope), program, [value]));
    case 'each': return each(value, call, scope);
    default: throw new Error(`Missing helper: "${name}"`);
  }
}

function each(value: unknown, { program, inverse }: BlockCall, scope: Scope): string {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) return run(inverse, scope);
  return entries.map(([key, item], index) => {
    const own = Array.isArray(value) ? index : key;
    const data = { ...scope.data, key: own, index, first: index === 0, last: index === entries.length - 1 };
    return run(program, named({ ...within(item, scope), data }, program, [item, own]));
  }).join('');
}

function within(context: unknown, parent: Scope): Scope {
  return { context, parent, data: parent.data, names: parent.names };
}

function named(scope: Scope, program: Program | undefined, values: readonly unknown[]): Scope {
  const names = program?.blockParams ?? [];
  return names.length === 0 ? scope : { ...scope, names: { ...scope.names, ...Object.fromEntries(names.map((name, index) => [name, values[index]])) } };
}

function holds(value: unknown, { hash }: BlockCall, scope: Scope): boolean {
  const zero = hash?.pairs.find(({ key }) => key === 'includeZero');
  return !isEmpty(value) || (value === 0 && zero !== undefined && valueOf(zero.value, scope) === true);
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function valueOf(node: Node, scope: Scope): unknown {
  switch (node.type) {
    case 'PathExpression': return find(node as Path, scope);
    case 'SubExpression': return called(node as Call, scope);
    case 'StringLiteral': case 'NumberLiteral': case 'BooleanLiteral': return (node as unknown as { value: unknown }).value;
    case 'NullLiteral': return null;
    default: return undefined;
  }
}

function find({ data, depth, parts, original }: Path, scope: Scope): unknown {
  let from: Scope | null = scope;
  for (let up = 0; up < depth; up += 1) from = from?.parent ?? null;
  const [first] = parts;
  const isName = !data && depth === 0 && typeof first === 'string' && Object.hasOwn(scope.names, first) && !/^(this|\.)/.test(original);
  const start: unknown = data ? scope.data : isName ? scope.names : from?.context;
  return parts.reduce((value, part) => member(value, part), start);
}

/** Own properties alone: a template has no business with prototypes. */
function member(value: unknown, name: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  return Object.hasOwn(Object(value) as object, String(name)) ? (value as Record<string, unknown>)[String(name)] : undefined;
}
