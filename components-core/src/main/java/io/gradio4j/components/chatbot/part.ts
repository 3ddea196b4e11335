import { Directive, directive, type ElementPart, type FileData, GradioElement, type Host, html, nothing, render, say, type TemplateResult } from 'gradio4j';
import { prose, type FormatOptions } from 'gradio4j/markdown/markdown.js';
import { icons } from './icons.js';
import type { ComponentPart, Part } from './messages.js';

export interface PartOptions {
  readonly format: FormatOptions;
  readonly markdown: boolean;
  readonly host: Host | null;
}

/** One part of a message. */
export function part(of: Part, options: PartOptions): TemplateResult {
  switch (of.type) {
    case 'text':
      return html`<div class="message-content">${options.markdown ? html`<span class="md chatbot prose" ${prose(of.text, options.format)}></span>`
        : html`<span class="chatbot plain">${of.text}</span>`}</div>`;
    case 'file':
      return file(of.file, of.alt_text ?? '');
    case 'component':
      return html`<div class="component-content" ${embedded(of, options.host)}></div>`;
    default:
      return html`<div class="message-content"></div>`;
  }
}

export type Kind = 'image' | 'audio' | 'video' | 'model3d' | 'file';

const KINDS: Readonly<Record<string, Kind>> = {
  ...of('image', 'png jpg jpeg gif webp avif bmp svg'), ...of('audio', 'mp3 wav ogg flac m4a aac opus'), ...of('video', 'mp4 webm mov mkv m4v ogv'),
  ...of('model3d', 'glb gltf obj stl splat ply'),
};

function of(kind: Kind, extensions: string): Record<string, Kind> {
  return Object.fromEntries(extensions.split(' ').map(extension => [extension, kind]));
}

export function nameOf(file: FileData): string {
  return file.orig_name || decodeURIComponent((file.path.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '') || file.path;
}

export function extensionOf(file: FileData): string {
  return /\.([a-z0-9]+)$/i.exec(nameOf(file))?.[1]?.toLowerCase() ?? '';
}

export function kindOf(file: FileData): Kind {
  const major = file.mime_type?.split('/')[0];
  if (major === 'image' || major === 'audio' || major === 'video') return major;
  return major === 'model' ? 'model3d' : KINDS[extensionOf(file)] ?? 'file';
}

function file(of: FileData, alt: string): TemplateResult {
  const url = of.url ?? of.path;
  const name = nameOf(of);
  switch (kindOf(of)) {
    case 'image':
      return html`<button type="button" class="image-container" aria-haspopup="dialog" @click=${zoom}><img src=${url} alt=${alt || name} loading="lazy"></button>`;
    case 'audio':
      return html`<audio controls preload="metadata" src=${url} aria-label=${alt || name}></audio>`;
    case 'video':
      return html`<video controls preload="metadata" src=${url} aria-label=${alt || name}></video>`;
    default:
      return html`<div class="file-container"><a class="file-link" data-testid="chatbot-file" href=${url} target="_blank" rel="noopener noreferrer" download=${name}>
        <span class="file-icon">${icons.file}</span><span class="file-info"><span class="file-name">${name}</span><span class="file-type">${extensionOf(of).toUpperCase()}</span></span></a></div>`;
  }
}

/** The picture fills the window until a person clicks or presses Escape. */
function zoom({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const dialog = document.createElement('dialog');
  dialog.className = 'image-zoom';
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', say('common.close'));
  render(icons.close, close);
  dialog.append(button.firstElementChild!.cloneNode(), close);
  dialog.addEventListener('click', event => {
    event.stopPropagation();
    dialog.close();
  });
  dialog.addEventListener('close', () => dialog.remove());
  button.after(dialog);
  dialog.showModal();
}

class EmbeddedDirective extends Directive {
  #part: ComponentPart | null = null;

  render(_part: ComponentPart, _host: Host | null): void {}

  override update({ element }: ElementPart, [part, host]: [ComponentPart, Host | null]): void {
    if (part === this.#part) return;
    this.#part = part;
    void host?.type(part.component).then(type => {
      if (!type || this.#part !== part) return;
      const shown = document.createElement(`gr-${part.component}`);
      if (shown instanceof GradioElement) {
        shown.host = quiet(host);
        for (const [name, value] of Object.entries(part.props ?? {})) if (name !== 'interactive') shown.receiveProp(name, value);
        shown.receiveProp('value', part.value);
      }
      element.replaceChildren(shown);
    });
  }
}

/** A component within a message is none of the app's tree: nobody listens to it. */
const embedded = directive(EmbeddedDirective);

function quiet(host: Host): Host {
  const ignore = (): void => undefined;
  return {
    app: host.app, input: ignore, dispatch: ignore, set: ignore, assign: ignore, arrange: ignore, clearStatus: ignore,
    upload: async () => [], server: async () => null, script: async () => null,
    text: (key, values) => host.text(key, values), toast: (level, message) => host.toast(level, message), type: name => host.type(name),
  };
}

export function placeholder(text: string, options: PartOptions): TemplateResult | typeof nothing {
  return text ? html`<span class="md prose" ${prose(text, options.format)}></span>` : nothing;
}
