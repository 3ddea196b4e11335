/** The component's own English texts; an app may translate each key. */
const TEXTS: Readonly<Record<string, string>> = {
  'chatbot.label': 'chatbot conversation',
  'chatbot.copy_message': 'Copy message',
  'chatbot.copied_message': 'Copied message',
  'chatbot.copy_conversation': 'Copy conversation',
  'chatbot.copied_conversation': 'Copied conversation',
  'chatbot.share': 'Share',
  'chatbot.retry': 'Retry',
  'chatbot.undo': 'Undo',
  'chatbot.edit': 'Edit',
  'chatbot.submit': 'Submit',
  'chatbot.cancel': 'Cancel',
  'chatbot.download': 'Download',
  'chatbot.like': 'Like',
  'chatbot.liked': 'Liked',
  'chatbot.dislike': 'Dislike',
  'chatbot.disliked': 'Disliked',
  'chatbot.feedback': 'Feedback',
  'chatbot.scroll_down': 'Scroll down',
  'chatbot.loading': 'Loading response',
  'chatbot.loading_content': 'Loading content',
  'chatbot.example': 'Select example {n}: {text}',
  'chatbot.says': '{who}\'s message: {text}',
  'chatbot.edited': 'Message to edit',
  'chatbot.not_copied': 'The browser refused to copy.',
};

export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The page's text for a key, else ours. */
export function texts(page: Text): Text {
  return (key, values = {}) => {
    const text = page(key, values);
    return text !== key ? text : (TEXTS[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
