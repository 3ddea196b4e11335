import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const color = (name: string): { color: string } => ({ color: `var(--code-${name})` });

/** Colours of code; the variables are in the component's style sheet, for light and dark. */
export const COLORS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], ...color('keyword') },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.inserted], ...color('string') },
  { tag: [tags.comment, tags.meta, tags.processingInstruction], ...color('comment'), fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.literal, tags.escape], ...color('number') },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.definition(tags.function(tags.variableName)), tags.macroName], ...color('function') },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.variableName)], ...color('type') },
  { tag: [tags.tagName, tags.heading, tags.deleted], ...color('tag') },
  { tag: [tags.attributeName, tags.propertyName, tags.labelName], ...color('property') },
  { tag: tags.heading, fontWeight: 'bold' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strong, fontWeight: 'bold' },
  { tag: tags.link, textDecoration: 'underline' },
]);

const MARKED = { background: 'color-mix(in srgb, var(--color-accent) 30%, transparent)' };

/** The editor's own looks. CodeMirror's style sheet stands in no layer, so that only one that it makes itself can overrule it. */
export const THEME = EditorView.theme({
  '&': { flex: '1 1 auto', color: 'var(--body-text-color)', fontSize: 'var(--text-sm)', lineHeight: 'var(--line-md)', maxHeight: 'calc(var(--most) * 1lh + var(--size-2))' },
  '&.cm-focused': { outline: '1px solid var(--color-accent)', outlineOffset: '-1px' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'var(--font-mono)', lineHeight: 'inherit' },
  '.cm-content': { padding: 'var(--size-1) 0', caretColor: 'var(--body-text-color)' },
  '.cm-content, .cm-gutter': { minHeight: 'max(100%, calc(var(--least) * 1lh + var(--size-2)))' },
  '.cm-gutters': { borderRight: '1px solid var(--border-color-primary)', background: 'none', color: 'color-mix(in srgb, var(--body-text-color) 75%, transparent)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '28px', padding: '0 var(--size-1)' },
  '.cm-cursor': { borderColor: 'var(--body-text-color)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': MARKED,
  '&.cm-focused .cm-matchingBracket': MARKED,
  '.cm-selectionMatch': MARKED,
  '.cm-tooltip, .cm-panels': { border: '1px solid var(--border-color-primary)', background: 'var(--background-fill-primary)', color: 'var(--body-text-color)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--color-accent)', color: 'var(--button-primary-text-color)' },
  '.cm-panels :is(input, button)': { border: '1px solid var(--border-color-primary)', background: 'var(--input-background-fill)', color: 'var(--body-text-color)' },
});
