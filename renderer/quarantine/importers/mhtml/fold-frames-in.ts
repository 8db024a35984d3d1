const mostFrames = 60;
const deepest = 3;

/** Puts the pages of frames where the frames stand: posts that an article embeds are saved as such. `pageOf` gives the page at an address, if it was saved. */
export function foldFramesIn(page: Document, pageOf: (address: string) => Document | null): void {
  const budget = { left: mostFrames };
  fold(page, pageOf, 1, budget);
}

function fold(page: Document, pageOf: (address: string) => Document | null, depth: number, budget: { left: number }): void {
  for (const frame of page.querySelectorAll('iframe[src], frame[src]')) {
    budget.left -= 1;
    if (budget.left < 0) return;
    const inner = pageOf(frame.getAttribute('src') ?? '');
    if (inner?.body == null) continue;
    if (depth < deepest) fold(inner, pageOf, depth + 1, budget);
    const section = page.createElement('section');
    section.append(...[...inner.body.childNodes].map((node) => page.importNode(node, true)));
    frame.replaceWith(section);
  }
}
