import type { savedSearchWords as english } from '../../english/views/search-words.ts';
import type { Translated } from '../../spoken.ts';
import { figure } from '../numbered.ts';

export const savedSearchWords: Translated<typeof english> = {
  title: 'Збережені пошуки',
  open: (name) => `Пошук: ${name}`,
  found: (count) => `знайдено ${figure(count)}`,
  save: 'Зберегти',
  saveAfter: 'цей пошук під назвою',
  savedAs: (name) => `Збережено як «${name}»: перейменувати або вилучити`,
  fresh: { title: 'Зберегти цей пошук', name: 'Назва пошуку', save: 'Зберегти пошук', remove: 'Вилучити пошук' },
  known: { title: 'Збережений пошук', name: 'Назва пошуку', save: 'Перейменувати', remove: 'Вилучити пошук' },
  lead: 'Він лишається у справі, зашифрований, як і все в ній.',
  hint: 'Ctrl+S зберігає пошук під назвою. Збережені пошуки чекають тут і в палітрі.',
  nothingTyped: 'Спершу введіть пошук, тоді збережіть його.',
  done: 'Пошук збережено.',
  renamed: 'Пошук перейменовано.',
  removed: 'Пошук вилучено.',
};
