import { GradioElement } from 'gradio4j';

customElements.define('gr-textbox', class extends GradioElement {});
