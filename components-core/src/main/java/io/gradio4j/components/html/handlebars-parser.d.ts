/** The parser alone: the rest of the package generates code. */
declare module 'handlebars/lib/handlebars/compiler/base.js' {
  export function parse(text: string): unknown;
}
