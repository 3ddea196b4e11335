import type { interpret } from './handlebars.js';

export type Values = Readonly<Record<string, unknown>>;
type Tag = (strings: TemplateStringsArray, ...parts: unknown[]) => string;
type Compiled = (values: Values, fill: Tag) => string;
/** Fills a template with values. */
export type Template = (values: Values) => string;

/**
 * A template of the app's author. One with expressions is a function in a module of its own, which the server made of it; its parts come back
 * to be joined, so that nothing a value brings is ever taken for a template.
 */
export async function template(text: string, script: Promise<Readonly<Record<string, unknown>> | null>): Promise<Template> {
  const module = await script;
  const compiled = module ? module['default'] as Compiled : text === '${value}' ? valueAlone : null;
  const handlebars = text.includes('{{') ? (await import('./handlebars.js')).interpret : null;
  return values => {
    const fill: Tag = ({ raw }, ...parts) => join(raw, parts, values, handlebars);
    return compiled ? compiled(values, fill) : join([text], [], values, handlebars);
  };
}

const valueAlone: Compiled = ({ value }, fill) => fill`${value}`;

function join(raw: readonly string[], parts: readonly unknown[], values: Values, handlebars: typeof interpret | null): string {
  const strings = raw.map(string => string.replace(/\\([`$])/g, '$1'));
  const filled = parts.map(part => String(part ?? ''));
  if (handlebars) return handlebars(strings, filled, values);
  return strings.map((string, index) => index === 0 ? string : filled[index - 1] + string).join('');
}
