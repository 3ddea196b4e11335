import { expressionFunction, parse, View, Warn, type Spec as VegaSpec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import { Handler } from 'vega-tooltip';

// like Date's own constructor: the interpreter would take a single number, which is a moment in milliseconds, for a year
expressionFunction('datetime', (...parts: unknown[]) => Reflect.construct(Date, parts));

let tooltips = 0;

export interface Size {
  readonly width?: number;
  readonly height?: number;
}

export { Keys } from './keys.js';
export type { View };

/**
 * Draws a chart of Vega-Lite or Vega as SVG. Its expressions are interpreted: the page's policy lets nobody make code of texts.
 * The chart is drawn when the promise is fulfilled; `place` is where it goes, which may not be in the document yet.
 */
export async function draw(spec: Readonly<Record<string, unknown>>, place: HTMLElement, size: Size = {}): Promise<View> {
  const schema = typeof spec['$schema'] === 'string' ? spec['$schema'] : '';
  const vega = /\/schema\/vega\/v/.test(schema) ? (spec as unknown as VegaSpec) : compile({ ...spec, ...size } as unknown as TopLevelSpec).spec;
  // the frame of a selection is no part of the chart that has a name to be read
  for (const mark of vega.marks ?? []) if (/_brush(_bg)?$/.test(mark.name ?? '')) mark.aria = false;
  const tooltip = new Handler({ id: `gradio-tooltip-${++tooltips}`, disableDefaultStyle: true });
  const view = new View(parse(vega, undefined, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', logLevel: Warn });
  view.tooltip(tooltip.call).hover().initialize(place);
  await view.runAsync();
  return view;
}
