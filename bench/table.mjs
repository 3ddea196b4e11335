const number = (value) => value.toLocaleString("en", value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
const withUnit = (value, unit) => value === undefined ? "–" : number(value) + (unit.startsWith("/") ? "" : " ") + unit;
const percent = (share) => share === undefined ? "" : `${Math.round(share * 100)} %`;

/** How many times better a value is than another one; below 1 when it is worse. */
function factor({ better }, value, other) {
  return better === "less" ? other / value : value / other;
}

function verdict(figure, value) {
  if (figure.target === undefined) return "";
  const times = factor(figure, value, figure.target);
  return times >= 1 ? `met ${number(times)}×` : `missed ${number(1 / times)}×`;
}

function against(figure, value) {
  return [figure.default, figure.tuned].filter((other) => other !== undefined)
    .map((other) => `${number(factor(figure, value, other))}×`).join(" / ");
}

const COLUMNS = [
  ["", (figure) => figure.what],
  ["here", (figure, { value }) => withUnit(value, figure.unit)],
  ["target", (figure) => withUnit(figure.target, figure.unit)],
  ["", (figure, { value }) => verdict(figure, value)],
  ["Gradio, published", (figure) => withUnit(figure.default, figure.unit) + (figure.tuned === undefined ? "" : ` / ${number(figure.tuned)}`)],
  ["better by", (figure, { value }) => against(figure, value)],
  ["generator", (figure, { generator }) => percent(generator)],
  ["others", (figure, { others }) => percent(others)],
];

/**
 * The table: one line for each figure that was measured.
 *
 * @param figures all figures, in order
 * @param {Map<string, {value: number, generator?: number, others?: number} | {error: string}>} results by the figures' ids
 */
export function table(figures, results) {
  const rows = [COLUMNS.map(([head]) => head)];
  for (const figure of figures) {
    const result = results.get(figure.id);
    if (result?.error) rows.push([figure.what, `failed: ${result.error}`]);
    else if (result) rows.push(COLUMNS.map(([, cell]) => cell(figure, result)));
  }
  const whole = rows.filter((row) => row.length === COLUMNS.length);
  const widths = COLUMNS.map((column, i) => Math.max(...whole.map((row) => row[i].length), i ? 0 : Math.max(...rows.map((row) => row[0].length))));
  return rows.map((row) => row.map((cell, i) => i && row.length > 2 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])).join("  ").trimEnd())
    .join("\n");
}
