/** Moves the caret of a text that cannot be edited: the window draws no caret there by itself, but its selection can be moved all the same. */
const steps: { readonly [key: string]: readonly ['backward' | 'forward', 'character' | 'line' | 'lineboundary'] } = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

export type CaretKey = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean };

/** Whether the key was one that moves or extends; `root` is the text, and the caret never leaves it. */
export function moveCaret(root: HTMLElement, pressed: CaretKey): boolean {
  const step = steps[pressed.key];
  const selection = root.ownerDocument.getSelection();
  if (!step || !selection || pressed.altKey) return false;
  if (!selection.focusNode || !root.contains(selection.focusNode)) placeCaret(root, selection);
  const [direction, unit] = step;
  const whole = pressed.ctrlKey || pressed.metaKey;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  layOutAround(root, focusNode);
  if (whole && unit === 'lineboundary') goToEnd(root, selection, direction, pressed.shiftKey);
  else selection.modify(pressed.shiftKey ? 'extend' : 'move', direction, whole && unit === 'character' ? 'word' : whole ? 'paragraph' : unit);
  if (selection.focusNode && !root.contains(selection.focusNode) && anchorNode && focusNode) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
  return true;
}

/** Puts the caret at the first line that is in sight. */
export function placeCaret(root: HTMLElement, selection: Selection): void {
  const top = root.getBoundingClientRect().top;
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const block = blocks.find((one) => one.getBoundingClientRect().bottom > top + 1) ?? blocks[0];
  const text = block && root.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (text) selection.collapse(text, 0);
}

function goToEnd(root: HTMLElement, selection: Selection, direction: 'backward' | 'forward', extend: boolean): void {
  const node = direction === 'backward' ? root.firstElementChild : root.lastElementChild;
  if (!node) return;
  const offset = direction === 'backward' ? 0 : node.childNodes.length;
  layOutAround(root, node);
  if (extend) selection.extend(node, offset);
  else selection.collapse(node, offset);
}

/** A line out of sight is not laid out, and a selection that is moved jumps over what is not: the line of the caret and those beside it are. */
function layOutAround(root: HTMLElement, node: Node | null): void {
  let block = node;
  while (block && block.parentNode !== root) block = block.parentNode;
  if (!(block instanceof HTMLElement)) return;
  for (const near of [block.previousElementSibling, block, block.nextElementSibling]) {
    if (near instanceof HTMLElement) near.style.contentVisibility = 'visible';
  }
}

/** Where the caret (or the moving end of the selection) is on the screen. */
export function caretRect(selection: Selection): DOMRect | null {
  if (!selection.focusNode) return null;
  const range = selection.focusNode.ownerDocument?.createRange();
  if (!range) return null;
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  const rect = range.getClientRects()[0];
  if (rect) return rect;
  // An empty line has no rectangle of its own: its block has.
  const element = selection.focusNode instanceof HTMLElement ? selection.focusNode : selection.focusNode.parentElement;
  return element?.getBoundingClientRect() ?? null;
}
