/** The page's own texts. An app may translate every key (`i18n_translations`). */
const TEXTS: Readonly<Record<string, string>> = {
  'common.clear': 'Clear',
  'common.close': 'Close',
  'common.copy': 'Copy',
  'common.copied': 'Copied',
  'common.custom_action': 'Custom action',
  'common.download': 'Download',
  'common.edit': 'Edit',
  'common.empty': 'Empty value',
  'common.error': 'Error',
  'common.exit_fullscreen': 'Exit fullscreen mode',
  'common.fullscreen': 'Fullscreen',
  'common.loading': 'Loading...',
  'common.remove': 'Remove',
  'common.stop': 'Stop',
  'common.submit': 'Submit',
  'common.undo': 'Undo',
  'common.upload': 'Upload',
  'sidebar.label': 'Sidebar',
  'sidebar.toggle': 'Toggle Sidebar',
  'slider.reset': 'Reset to default value',
  'tabs.more': 'More tabs',
  'footer.built_with': 'Built with Gradio4J',
  'footer.label': 'Gradio footer navigation',
  'footer.settings': 'Settings',
  'settings.theme': 'Display Theme',
  'settings.light': 'Light',
  'settings.dark': 'Dark',
  'settings.system': 'System',
  'status.processing': 'processing',
  'status.queue': 'queue: {position}/{size}',
  'toast.error': 'Error',
  'toast.warning': 'Warning',
  'toast.info': 'Info',
  'toast.success': 'Success',
  'toast.error_text': 'An error occurred.',
  'toast.warning_text': 'Warning.',
  'toast.info_text': 'Info.',
  'toast.success_text': 'Success.',
  'connection.lost': 'Connection lost. Reconnecting…',
  'connection.session_lost': 'The server no longer knows this session. Reload the page to start again.',
  'connection.reload': 'Reload',
  'deep_link.invalid': 'Deep link was not valid',
  'component.missing': 'No browser module for the component type "{type}"',
  'component.failed': 'The component type "{type}" could not be loaded',
  'queue.busy': 'This application is currently busy. Please try again.',
  'upload.or': '- or -',
  'upload.click': 'Click to Upload',
  'upload.drop_file': 'Drop File Here',
  'upload.drop_image': 'Drop Image Here',
  'upload.drop_audio': 'Drop Audio Here',
  'upload.drop_video': 'Drop Video Here',
  'upload.too_large': 'File size exceeds the maximum of {limit}: {names}',
  'upload.failed': 'The upload failed: {reason}',
};

type Values = Readonly<Record<string, string | number>>;

export function english(key: string, values?: Values): string {
  return fill(TEXTS[key] ?? key, values);
}

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
