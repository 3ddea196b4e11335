/** Puts a text into the clipboard. Pages without HTTPS have no `navigator.clipboard`, but the older way. Rejects when the browser refuses. */
export async function copyText(text: string): Promise<void> {
  // the type says that it is always there
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) return clipboard.writeText(text);
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    if (!document.execCommand('copy')) throw new Error('The browser refused to copy.');
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
