import createPurifier from 'dompurify';

/**
 * The page with everything active and every reference taken out. Allow lists only: what is not named here does not survive.
 * No attribute that a browser follows or loads is among them; the original address moves to `data-orig-*`, which is text.
 * One of four layers (SECURITY-DESIGN: each alone was measured to leak); tests/e2e/hostile.spec.ts proves this one and all together.
 */
const tags = [
  '#text html body main article section header footer nav aside address hgroup div p span blockquote pre hr br wbr',
  'h1 h2 h3 h4 h5 h6 ul ol li dl dt dd figure figcaption img picture table caption colgroup col thead tbody tfoot tr th td',
  'a abbr acronym b bdi bdo big center cite code data del details dfn em font i ins kbd label legend fieldset mark q rp rt ruby s samp small',
  'strike strong sub summary sup time tt u var',
].flatMap((line) => line.split(' '));
const origins = ['data-orig-href', 'data-orig-src', 'data-orig-cite'];
const attributes = [
  'alt',
  'title',
  'lang',
  'dir',
  'colspan',
  'rowspan',
  'headers',
  'scope',
  'span',
  'datetime',
  'start',
  'reversed',
  'value',
  'width',
  'height',
  ...origins,
];
const moved: { readonly [name: string]: string } = { href: 'data-orig-href', src: 'data-orig-src', cite: 'data-orig-cite' };
const longestAddress = 2_000;

/** Answers the body of a new inert document; `page` is left as it was. */
export function sanitisePage(page: Document): HTMLElement {
  const purifier = createPurifier(window);
  purifier.addHook('beforeSanitizeAttributes', keepAddressesAsText);
  return purifier.sanitize(page.documentElement.outerHTML, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ADD_FORBID_CONTENTS: ['select', 'textarea', 'datalist', 'object', 'applet', 'canvas', 'dialog', 'button', 'map'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    // The moved addresses are text, not addresses: nothing follows them.
    ADD_URI_SAFE_ATTR: origins,
    RETURN_DOM: true,
  }) as HTMLElement;
}

function keepAddressesAsText(element: Element): void {
  if (element.nodeType !== Node.ELEMENT_NODE) return; // the hook is called for words and comments too
  for (const [name, place] of Object.entries(moved)) {
    const address = element.getAttribute(name)?.trim() ?? '';
    element.removeAttribute(place); // ours alone, whatever the page brought along
    if (address !== '' && (address.length <= longestAddress || name === 'src')) element.setAttribute(place, address);
  }
  if (element.tagName === 'A' && element.hasAttribute('data-orig-href') && !element.hasAttribute('title')) {
    element.setAttribute('title', element.getAttribute('data-orig-href') ?? '');
  }
}
