import type { Shell } from '../gradio4j/shell.js';

export function canRecord(): boolean {
  return 'MediaRecorder' in window && typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** Records what the person chooses, until they stop it from the page's last line or in the browser; then it is saved as a file. */
export async function recordScreen(shell: Shell): Promise<void> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 30 } }, audio: false });
  const recorder = new MediaRecorder(stream);
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => { if (data.size > 0) pieces.push(data); };
  recorder.onstop = () => {
    shell.recording(null);
    for (const track of stream.getTracks()) track.stop();
    save(new Blob(pieces, { type: recorder.mimeType }));
  };
  const stop = (): void => { if (recorder.state !== 'inactive') recorder.stop(); };
  stream.getVideoTracks()[0]?.addEventListener('ended', stop);
  recorder.start(1000);
  shell.recording(stop);
}

function save(video: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(video);
  link.download = `gradio-screen-recording-${new Date().toISOString().replace(/[:.]/g, '-')}.${video.type.includes('mp4') ? 'mp4' : 'webm'}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
