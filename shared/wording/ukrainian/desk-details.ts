import type { tableWords as englishTables, toastWords as englishToasts } from '../english/desk-details.ts';
import type { Translated } from '../spoken.ts';

export const tableWords: Translated<typeof englishTables> = { marked: 'Позначено', markRow: 'Позначити (пробіл)' };

export const toastWords: Translated<typeof englishToasts> = { notLast: 'Після цього ще щось змінено. Спершу скасуйте те або відкрийте історію.' };
