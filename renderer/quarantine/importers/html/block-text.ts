const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP ' +
    'HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TR UL'
  ).split(' '),
);
const tight = new Set(['LI', 'TR', 'DT', 'DD']);
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE TEXTAREA SELECT OPTION BUTTON IFRAME OBJECT SVG MATH VIDEO AUDIO CANVAS'.split(' '));

/** The words of a tree as a reader sees them: paragraphs apart by an empty line, `br`, list items and table rows by a line end, cells by a tab. */
export function blockText(root: Node): string {
  const out: string[] = [];
  let pending = '';
  const write = (words: string) => {
    const text = out.length === 0 || pending !== '' || /\s$/.test(out.at(-1) ?? '') ? words.replace(/^ +/, '') : words;
    if (text === '') return;
    if (out.length > 0) out.push(pending);
    pending = '';
    out.push(text);
  };
  // A cell's tab gives way to the end of its row, and a line's end to that of its paragraph.
  const part = (mark: string) => {
    if (mark.length > pending.length || (mark.startsWith('\n') && pending === '\t')) pending = mark;
  };
  // Depth is bounded: Chromium's parser nests at most 512 elements.
  const visit = (node: Node, preformatted: boolean) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = node.nodeValue ?? '';
      write(preformatted ? words : words.replace(/[ \t\n\f\r]+/g, ' '));
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE && node !== root) return;
    const name = node.nodeName.toUpperCase();
    if (silent.has(name) || (node as Partial<Element>).hasAttribute?.('hidden') === true) return;
    if (name === 'BR') return part('\n');
    const apart = blocks.has(name) ? (tight.has(name) ? '\n' : '\n\n') : '';
    part(apart);
    for (let child = node.firstChild; child !== null; child = child.nextSibling) visit(child, preformatted || name === 'PRE');
    if (name === 'TD' || name === 'TH') part('\t');
    part(apart);
  };
  visit(root, false);
  return out
    .join('')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}
