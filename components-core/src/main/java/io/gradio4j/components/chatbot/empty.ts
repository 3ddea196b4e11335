import { type FileData, html, nothing, type Say, type TemplateResult } from 'gradio4j';
import { kindOf, nameOf, type PartOptions, placeholder } from './part.js';

export interface Example {
  readonly text: string;
  readonly display_text?: string | null;
  readonly icon?: FileData | null;
  readonly files?: readonly FileData[] | null;
}

const MOST = 4;

/** What stands in a conversation without messages. */
export function emptyState(text: string | null, examples: readonly Example[], options: PartOptions & { readonly text: Say },
  select: (index: number, value: { text: string; files: readonly FileData[] }) => void): TemplateResult | typeof nothing {
  if (!text && examples.length === 0) return nothing;
  return html`<div class="placeholder-content" role="complementary">${text ? html`<div class="placeholder">${placeholder(text, options)}</div>` : nothing}${examples.length === 0 ? nothing
    : html`<div class="examples" role="list">${examples.map((example, i) => html`<div role="listitem"><button type="button" class="example"
      aria-label=${options.text('chatbot.example', { n: i + 1, text: example.display_text || example.text })} @click=${() => select(i, { text: example.text, files: example.files ?? [] })}>
      ${picture(example, examples.some(one => one.icon || one.files?.length))}<span class="example-text">${example.display_text || example.text}</span></button></div>`)}</div>`}</div>`;
}

/** Names of files are drawn, not written: the button is called by its text. Beside pictures, a text alone has a sign of its own. */
function picture({ icon, files }: Example, beside: boolean): TemplateResult | typeof nothing {
  if (icon?.url) return html`<span class="example-icon"><img src=${icon.url} alt=""></span>`;
  if (!files || files.length === 0) return beside ? html`<span class="example-icon" data-name="Aa"></span>` : nothing;
  const more = files.length - MOST;
  return html`<span class="example-files" aria-hidden="true">${files.slice(0, MOST).map(file => kindOf(file) === 'image' ? html`<img src=${file.url ?? file.path} alt="">` : html`<span class="example-file" data-name=${nameOf(file)}></span>`)}${
    more > 0 ? html`<span class="example-file" data-name="+${more}"></span>` : nothing}</span>`;
}
