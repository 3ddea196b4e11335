import { GradioElement, nothing, property, type PropertyValues } from 'gradio4j';
import { lock, unlock } from './vault.js';

/**
 * A value that outlives the page, encrypted in the local storage. It takes the stored value, else the default, before the page's load events
 * fire. Event: change. Null takes the stored value away.
 */
export class GrBrowserState extends GradioElement<unknown> {
  @property({ attribute: false }) default_value: unknown = null;
  @property({ attribute: false }) storage_key = '';
  @property({ attribute: false }) secret = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.value === undefined) this.input(this.stored() ?? this.default_value ?? null);
  }

  protected override render(): unknown {
    return nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('value') && this.value !== undefined) this.store();
  }

  private stored(): unknown {
    try {
      const locked = localStorage.getItem(this.storage_key);
      const text = locked === null ? null : unlock(locked, this.secret);
      return text === null ? null : JSON.parse(text) as unknown;
    } catch {
      return null;
    }
  }

  private store(): void {
    try {
      if (this.value === null) localStorage.removeItem(this.storage_key);
      else localStorage.setItem(this.storage_key, lock(JSON.stringify(this.value), this.secret));
    } catch (error) {
      console.warn(`gradio4j: the browser does not keep the state "${this.storage_key}"`, error);
    }
  }
}

customElements.define('gr-browserstate', GrBrowserState);
