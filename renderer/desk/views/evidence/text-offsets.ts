/**
 * From a selection in the page to offsets in the extracted text. The article is drawn in blocks that carry `data-start`, and every
 * character of the text, line ends included, is in exactly one text node, so counting characters gives UTF-16 offsets.
 */
export type TextSpan = { readonly start: number; readonly end: number };

type Block = HTMLElement | SVGElement;

function blockOf(node: Node): Block | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<Block>('[data-start]') ?? null;
}

function offsetAt(root: Block, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const block = blockOf(node);
  const from = block && root.contains(block) ? block : root;
  const range = document.createRange();
  range.selectNodeContents(from);
  range.setEnd(node, offset);
  return Number(from.dataset['start'] ?? 0) + range.toString().length;
}

/** Where a selection began and where it is drawn to, which may lie before; the same place twice is a caret. */
export type SelectionEnds = { readonly anchor: number; readonly focus: number };

/** `null` when `selection` is not inside `root`. */
export function endsOfSelection(root: Block, selection: Selection | null): SelectionEnds | null {
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = offsetAt(root, selection.anchorNode, selection.anchorOffset);
  const focus = offsetAt(root, selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** Selects what {@link endsOfSelection} told, as far as it is drawn. */
export function selectEnds(root: HTMLElement, { anchor, focus }: SelectionEnds): void {
  const [first, last] = [pointAt(root, anchor), pointAt(root, focus)];
  if (first && last) document.getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset);
}

/** Span of `selection` inside `root`, in text order; `null` when it is elsewhere. May be empty: then it is a caret. */
export function spanOfSelection(root: Block, selection: Selection | null): TextSpan | null {
  const ends = endsOfSelection(root, selection);
  return ends && { start: Math.min(ends.anchor, ends.focus), end: Math.max(ends.anchor, ends.focus) };
}

/** Range over `span`, to select it or to scroll to it; `null` when the text is not drawn. */
export function rangeOfSpan(root: HTMLElement, span: TextSpan): Range | null {
  const first = pointAt(root, span.start);
  const last = pointAt(root, span.end);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

function pointAt(root: HTMLElement, offset: number): { node: Text; offset: number } | null {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const block = blocks.findLast((candidate) => Number(candidate.dataset['start']) <= offset);
  if (!block) return null;
  let left = offset - Number(block.dataset['start']);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    last = node as Text;
    if (left <= last.length) return { node: last, offset: left };
    left -= last.length;
  }
  return last && { node: last, offset: last.length };
}
