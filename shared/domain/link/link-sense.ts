import type { LinkType } from './link.ts';

const symmetric: readonly LinkType[] = ['contradicts', 'corroborates', 'same-origin-as', 'same-as', 'maybe-same-as', 'not-same-as'];
const supporting: readonly LinkType[] = ['supports', 'corroborates', 'depicts'];
const opposing: readonly LinkType[] = ['contradicts', 'refutes'];

/** Whether the link says the same read from either end. */
export function isSymmetric(type: LinkType): boolean {
  return symmetric.includes(type);
}

/** Whether the link speaks for what it points to. */
export function isSupporting(type: LinkType): boolean {
  return supporting.includes(type);
}

/** Whether the link speaks against what it points to. */
export function isOpposing(type: LinkType): boolean {
  return opposing.includes(type);
}
