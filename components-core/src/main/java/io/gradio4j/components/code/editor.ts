import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, highlightSpecialChars, keymap, lineNumbers, rectangularSelection } from '@codemirror/view';
import type { Say } from 'gradio4j';
import { languageOf } from './languages.js';
import { COLORS, THEME } from './theme.js';

export interface EditorOptions {
  readonly language: string | null;
  readonly editable: boolean;
  readonly wrap: boolean;
  readonly numbers: boolean;
  readonly complete: boolean;
  readonly text: Say;
}

export interface EditorEvents {
  readonly input: (text: string) => void;
  readonly focus: () => void;
  readonly blur: () => void;
}

const FROM_OUTSIDE = Annotation.define<boolean>();

/** An editor of CodeMirror in a place of the page. */
export class Editor {
  private readonly view: EditorView;
  private readonly language = new Compartment();
  private readonly others = new Compartment();
  private options: EditorOptions | null = null;

  constructor(place: HTMLElement, text: string, options: EditorOptions, events: EditorEvents) {
    this.view = new EditorView({
      parent: place,
      state: EditorState.create({
        doc: text,
        extensions: [
          this.language.of([]), this.others.of(extensions(options)),
          highlightSpecialChars(), history(), drawSelection(), dropCursor(), EditorState.allowMultipleSelections.of(true), rectangularSelection(), indentOnInput(), indentUnit.of('    '),
          bracketMatching(), closeBrackets(), highlightSelectionMatches(), syntaxHighlighting(COLORS), THEME,
          keymap.of([{ key: 'Tab', run: acceptCompletion }, indentWithTab, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap]),
          EditorView.updateListener.of(update => {
            if (update.docChanged && !update.transactions.some(transaction => transaction.annotation(FROM_OUTSIDE))) events.input(update.state.doc.toString());
            if (update.focusChanged) (update.view.hasFocus ? events.focus : events.blur)();
          }),
        ],
      }),
    });
    this.configure(options);
  }

  /** Puts another text in; nothing happens when it is there already, so that the cursor stays. */
  show(text: string): void {
    const { doc } = this.view.state;
    if (doc.toString() === text) return;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, annotations: FROM_OUTSIDE.of(true) });
  }

  configure(options: EditorOptions): void {
    const before = this.options;
    this.options = options;
    if (before) this.view.dispatch({ effects: this.others.reconfigure(extensions(options)) });
    if (before?.language !== options.language) void this.speak(options.language);
  }

  private async speak(language: string | null): Promise<void> {
    const extension = await languageOf(language);
    if (this.options?.language === language) this.view.dispatch({ effects: this.language.reconfigure(extension) });
  }

  end(): void {
    this.view.destroy();
  }
}

function extensions({ editable, wrap, numbers, complete, text }: EditorOptions): Extension {
  return [
    EditorView.editable.of(editable), EditorState.readOnly.of(!editable), EditorState.phrases.of(phrases(text)),
    // what is only to be read can be reached and scrolled by keys, too
    EditorView.contentAttributes.of({ 'aria-label': text('code.editor'), ...(editable ? {} : { tabindex: '0', 'aria-readonly': 'true' }) }),
    wrap ? EditorView.lineWrapping : [], numbers ? lineNumbers() : [], complete ? autocompletion() : [],
  ];
}

/** What CodeMirror says in its search panel and to screen readers, by its own English words. */
function phrases(text: Say): Record<string, string> {
  return {
    'Find': text('code.find'), 'Replace': text('code.replace_with'), 'next': text('code.next'), 'previous': text('code.previous'), 'all': text('code.all'),
    'match case': text('code.match_case'), 'regexp': text('code.regexp'), 'by word': text('code.by_word'), 'replace': text('code.replace'), 'replace all': text('code.replace_all'),
    'current match': text('code.current_match'), 'on line': text('code.on_line'), 'replaced $ matches': text('code.replaced_all', { n: '$' }),
    'replaced match on line $': text('code.replaced_one', { n: '$' }), 'Go to line': text('code.go_to_line'), 'go': text('code.go'), 'close': text('common.close'),
    'Completions': text('code.completions'), 'Selection deleted': text('code.deleted'), 'Control character': text('code.control'),
  };
}
