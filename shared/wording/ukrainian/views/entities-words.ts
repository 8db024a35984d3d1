import type { entitiesWords as english } from '../../english/views/entities-words.ts';
import type { Translated } from '../../spoken.ts';

export const entitiesWords: Translated<typeof english> = {
  title: 'Сутності',
  name: 'Ім’я',
  names: 'Імена',
  namesHint: 'По одному на рядок, усіма письмами, що траплялися. Показується перше.',
  namesMissing: 'Дайте принаймні одне ім’я.',
  otherNames: 'Також',
  kind: 'Вид',
  shownAs: 'Показано як',
  asserts: 'Стверджує',
  relays: 'Передає',
  add: 'Додати сутність',
  filter: 'Відібрати за будь-яким ім’ям…',
  empty: 'Сутностей ще немає',
  emptyWhy: 'Хто стверджує чи передає твердження, додається сюди сам. Додавайте людей, підрозділи, документи й місця.',
  noneFits: 'Жодне ім’я не підходить',
  roleOnly: 'Показувати лише як',
  roleOnlyHint: 'Для людини під загрозою: у досьє буде це, як-от «полонений 1», без імені.',
  namesHidden: 'Імена не показано, доки їх заступають ролі.',
  showNames: 'Показати імена цієї особи',
  claims: 'Твердження',
  noClaims: 'Не стверджує й не передає жодного твердження.',
};
