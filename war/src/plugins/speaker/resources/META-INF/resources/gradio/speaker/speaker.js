import { GradioInput, html } from 'gradio4j';

/** Says what a growing playlist has so far, and sends pieces of silence as a recording. */
class GrSpeaker extends GradioInput {
  said = 'silent';
  following = null;
  recorded = 0;

  render() {
    const { url } = this.value ?? {};
    if (url && url !== this.following) this.follow(url);
    return this.block(html`${this.blockTitle('Speaker')}
      <p role="status" aria-label=${this.label}>${this.stream_state ?? this.said}</p>
      <button type="button" @click=${() => this.record()}>Record on ${this.label}</button>
      <button type="button" @click=${() => this.endStream()}>Stop ${this.label}</button>`);
  }

  async follow(url) {
    this.following = url;
    let text = '';
    while (this.following === url && this.isConnected && !text.includes('#EXT-X-ENDLIST')) {
      text = await fetch(url).then(answer => answer.text());
      const pieces = text.split('\n').filter(line => line && !line.startsWith('#'));
      const sizes = await Promise.all(pieces.map(name => fetch(new URL(name, new URL(url, location.href))).then(answer => answer.blob()).then(({ size }) => size)));
      this.said = `${sizes.length} pieces, ${sizes.reduce((sum, size) => sum + size, 0)} bytes${text.includes('#EXT-X-ENDLIST') ? ', over' : ''}`;
      this.requestUpdate();
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  record() {
    this.recorded += 1;
    this.stream(new File([new Uint8Array(1000 * this.recorded)], 'audio.wav', { type: 'audio/wav' }));
  }
}
customElements.define('gr-speaker', GrSpeaker);
