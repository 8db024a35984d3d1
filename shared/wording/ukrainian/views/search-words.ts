import type { savedSearchWords as english, watchTermWords as watchEnglish } from '../../english/views/search-words.ts';
import type { Translated } from '../../spoken.ts';
import { figure, numbered } from '../numbered.ts';

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

export const watchTermWords: Translated<typeof watchEnglish> = {
  title: 'Стеження за словами',
  lead: 'Слова, імена чи вислови, на які ви чекаєте, будь-яким письмом. Усе, що долучають, переглядається на них, і тексти показують, де вони стоять.',
  add: 'Стежити за словами…',
  fresh: 'Стежити за словами',
  known: 'Слова, за якими стежать',
  term: 'Слово, ім’я чи вислів',
  termHint: 'Путин знаходить Putin і Putina. У лапках — лише саме таке написання.',
  termWrong: 'Щонайменше одна літера чи цифра, щонайбільше 500 знаків.',
  reason: 'Навіщо (можна не заповнювати)',
  save: 'Стежити',
  change: 'Змінити',
  edit: (term) => `Змінити «${term}»`,
  remove: (term) => `Більше не стежити за «${term}»`,
  watching: (term) => `Відтепер стежимо за словами: ${term}`,
  changed: 'Слова змінено.',
  removed: 'За цими словами більше не стежать.',
  empty: 'Поки ні за чим не стежать',
  emptyWhy: 'Додайте тут слово, ім’я чи вислів або виділіть слова в тексті й натисніть W.',
  standing: (exhibits, times, more) =>
    exhibits === 0
      ? 'ще в жодному доказі'
      : `${more ? 'щонайменше ' : ''}${numbered(times, 'місце', 'місця', 'місць')}, ${numbered(exhibits, 'доказ', 'докази', 'доказів')}`,
  counting: 'Рахуємо…',
  places: (term) => `Де стоїть «${term}»`,
  onlyFirst: (count) => `Переглянуто лише ${numbered(count, 'доказ', 'докази', 'доказів')}, що пасують найкраще. Щоб побачити всі, шукайте ці слова.`,
  found: (count) => `Знайдено слова, за якими стежать: ${figure(count)}`,
  times: (term, count) => `${term} ×${figure(count)}`,
  line: (name, term, count) => `${name}: стежимо за «${term}» ×${figure(count)}`,
  show: 'Показати',
  here: 'Слова, за якими стежать, у цьому тексті',
  isTerm: (terms) => `Стежимо за словами: ${terms}`,
  because: (term, reason) => `${term} (${reason})`,
  at: (at, all) => (at === 0 ? figure(all) : `${figure(at)} з ${figure(all)}`),
  next: 'Наступне місце слів, за якими стежать',
  previous: 'Попереднє місце слів, за якими стежать',
  nextOf: (term) => `Наступне місце «${term}»`,
  watch: 'Стежити',
  watchAfter: 'за цими словами',
};
