import DOMPurify, { type Config } from 'dompurify';

/** An instance of its own: libraries add hooks to the one that all share. */
const purifier = DOMPurify(window);
/** What may trick a person or restyle the page has no place in a text that others wrote. */
const STRICT: Config = { FORBID_TAGS: ['style', 'form', 'textarea', 'select', 'option', 'button', 'dialog'], FORBID_ATTR: ['autofocus', 'tabindex'] };
/** Of the app's author; the page's security policy keeps it from running anything. */
const LOOSE: Config = { ADD_TAGS: ['iframe'], ADD_ATTR: ['target', 'allow', 'allowfullscreen', 'frameborder', 'scrolling'], FORCE_BODY: true };

/** The one place where HTML becomes nodes. Nothing of it runs, whether it is strict or not. Links open a new tab, unless they are the app's own. */
export function clean(html: string, strict = true, ownLinks = false): DocumentFragment {
  const fragment = purifier.sanitize(html, { ...(strict ? STRICT : LOOSE), RETURN_DOM_FRAGMENT: true });
  if (strict) {
    for (const input of fragment.querySelectorAll('input')) {
      if (input.type === 'checkbox') input.disabled = true;
      else input.remove();
    }
    for (const styled of fragment.querySelectorAll<HTMLElement>('[style]')) styled.style.removeProperty('position');
  }
  if (ownLinks && !strict) return fragment;
  for (const link of fragment.querySelectorAll('a[href]')) {
    if (link.getAttribute('href')!.startsWith('#')) continue;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  return fragment;
}
