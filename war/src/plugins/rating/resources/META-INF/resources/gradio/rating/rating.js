import { GradioInput, html } from 'gradio4j';

/** Stars to click on: `value` of `max` are lit. A click on the last lit one leaves one fewer. */
class GrRating extends GradioInput {
  render() {
    const stars = Array.from({ length: this.max ?? 5 }, (_, i) => i + 1);
    return this.block(html`${this.blockTitle('Rating')}
      <div role="group" aria-label=${this.label ?? 'Rating'}>${stars.map(n => html`
        <button type="button" aria-label="${n} stars" aria-pressed=${n <= this.value} ?disabled=${!this.interactive}
          @click=${() => this.rate(n)}>${n <= this.value ? '★' : '☆'}</button>`)}</div>`);
  }

  rate(n) {
    const stars = n === this.value ? n - 1 : n;
    this.input(stars);
    this.dispatch('select', { index: n - 1, value: n, selected: n <= stars });
  }
}
customElements.define('gr-rating', GrRating);
