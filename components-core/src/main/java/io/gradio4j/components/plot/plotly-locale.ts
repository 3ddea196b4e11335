import type { Say } from 'gradio4j';

/** What Plotly says by itself, and the keys of our texts. */
const TEXTS: Readonly<Record<string, string>> = {
  'Autoscale': 'plot.autoscale',
  'Box Select': 'plot.box_select',
  'Double-click on legend to isolate one trace': 'plot.isolate',
  'Double-click to zoom back out': 'plot.zoom_back',
  'Download plot as a PNG': 'plot.download',
  'Lasso Select': 'plot.lasso_select',
  'Pan': 'plot.pan',
  'Reset axes': 'plot.reset_axes',
  'Toggle show closest data on hover': 'plot.closest',
  'trace': 'plot.trace',
  'Zoom': 'plot.zoom',
  'Zoom in': 'plot.zoom_in',
  'Zoom out': 'plot.zoom_out',
};

export interface PlotlyLocale {
  readonly moduleType: 'locale';
  readonly name: string;
  readonly dictionary: Readonly<Record<string, string>>;
  readonly format: Readonly<Record<string, string | readonly string[]>>;
}

/** A language for Plotly: our texts, and what the browser knows of the language's dates and numbers. */
export function plotlyLocale(language: string, text: Say): PlotlyLocale {
  const named = (options: Intl.DateTimeFormatOptions, dates: readonly Date[]): string[] => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    return dates.map(date => format.format(date));
  };
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 1)));
  // the first of January 2023 was a Sunday
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn', useGrouping: true }).formatToParts(1234567.8);
  const part = (type: string, otherwise: string): string => parts.find(found => found.type === type)?.value ?? otherwise;
  return {
    moduleType: 'locale',
    // Plotly's own English stays as it is: what is missing here is taken from it
    name: 'reader',
    dictionary: Object.fromEntries(Object.entries(TEXTS).map(([english, key]) => [english, text(key)])),
    format: {
      days: named({ weekday: 'long' }, days), shortDays: named({ weekday: 'short' }, days),
      months: named({ month: 'long' }, months), shortMonths: named({ month: 'short' }, months),
      decimal: part('decimal', '.'), thousands: part('group', ','),
    },
  };
}
