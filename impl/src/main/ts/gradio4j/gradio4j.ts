/**
 * The one bundle of the page: lit, the bases of the components, and the shell, which starts itself when the page has a `<gradio-app>`.
 * The page's import map points `gradio4j`, `lit` and each `lit/…` below to it, so that lit exists once.
 */
export * from 'lit';
export * from 'lit/decorators.js';
export * from 'lit/directive.js';
export * from 'lit/async-directive.js';
export * from 'lit/directives/class-map.js';
export * from 'lit/directives/guard.js';
export * from 'lit/directives/if-defined.js';
export * from 'lit/directives/keyed.js';
export * from 'lit/directives/live.js';
export * from 'lit/directives/ref.js';
export * from 'lit/directives/repeat.js';
export * from 'lit/directives/style-map.js';
export * from 'lit/directives/unsafe-html.js';
export * from 'lit/directives/until.js';
export * from 'lit/directives/when.js';

export { GradioElement, GradioInput } from './element.js';
export { GradioLayout, type ChildNode } from './layout.js';
export type { BlockOptions, IconButtonOptions, TitleOptions } from './block.js';
export { icons } from './icons.js';
export { copyText } from './clipboard.js';
export { appendHead } from './extras.js';
export { inlineMarkdown, inlineText } from './inline-markdown.js';
export { addTexts, english, say, type Say } from './i18n.js';
export { direction } from './languages.js';
export { Translator } from './translate.js';
export { equal } from './equal.js';
export { cx, px, style } from './style.js';
export { isDark, onDarkness } from './theme.js';
export type { Host } from './host.js';
export type { AppInfo, FileData, LoadingStatus, Props, ShowProgress, Visibility } from './types.js';
import './gradio-app.js';
