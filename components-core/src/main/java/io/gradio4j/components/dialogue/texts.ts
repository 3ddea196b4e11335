/** The component's own English texts; an app may translate each key. */
const TEXTS: Readonly<Record<string, string>> = {
  'dialogue.plain_text': 'Plain Text',
  'dialogue.add': 'Add new line',
  'dialogue.remove': 'Remove current line',
  'dialogue.speaker': 'Speaker of line {n}',
  'dialogue.line': 'Line {n}',
  'dialogue.tags': 'Tags',
  'dialogue.to_lines': 'Converting to dialogue format...',
  'dialogue.to_text': 'Converting to plain text...',
};

export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The page's text for a key, else ours. */
export function texts(page: Text): Text {
  return (key, values = {}) => {
    const text = page(key, values);
    return text !== key ? text : (TEXTS[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
