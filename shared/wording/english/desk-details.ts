import { spoken } from '../spoken.ts';

/** What tables of any view say. */
export const tableWords = spoken('tableWords', { marked: 'Marked', markRow: 'Mark (Space)' });

/** What messages in the corner say about undoing. */
export const toastWords = spoken('toastWords', { notLast: 'Something was edited after that. Undo it first, or see the history.' });
