/** What is used of Plotly. */
declare module 'plotly.js-basic-dist-min' {
  interface Plotly {
    react(place: HTMLElement, data: readonly unknown[], layout: Readonly<Record<string, unknown>>, config: Readonly<Record<string, unknown>>): Promise<unknown>;
    register(locale: object): void;
    purge(place: HTMLElement): void;
    readonly Plots: { resize(place: HTMLElement): unknown };
  }
  const plotly: Plotly;
  export default plotly;
}
