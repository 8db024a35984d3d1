import type { deskWords as english } from '../english/desk.ts';
import type { Translated } from '../spoken.ts';
import { figure, numbered } from './numbered.ts';

/** The views whose English words stand with those of the frame. */
export const viewWords: Pick<Translated<typeof english>, 'search' | 'custody' | 'history'> = {
  search: {
    title: 'Пошук',
    label: 'Пошук у справі',
    results: 'Знайдено у справі',
    placeholder: 'Назви, тексти, твердження, нотатки й імена, будь-яким письмом…',
    count: (count, more) => (more ? `Знайдено ${figure(count)} або більше` : `Знайдено ${figure(count)}`),
    nothing: 'Нічого не знайдено',
    nothingWhy: 'Кожне слово має траплятися цілком або як початок слова. Спробуйте менше слів чи інше написання імені.',
    empty: 'Один рядок для всієї справи',
    emptyWhy: 'Докази шукаються за повним текстом, твердження та нотатки — за кожним словом. Стрілки обирають, Enter відкриває.',
    kinds: {
      source: 'Джерела',
      evidence: 'Докази',
      claim: 'Твердження',
      link: 'Зв’язки',
      note: 'Нотатки',
      entity: 'Сутності',
      dossier: 'Досьє',
    },
  },
  custody: {
    title: 'Журнал збереження',
    seq: '№',
    at: 'Коли',
    action: 'Що',
    evidence: 'Доказ',
    actor: 'Хто',
    reason: 'Чому',
    before: 'SHA-256 до',
    after: 'SHA-256 після',
    tool: 'Засіб',
    digest: 'Хеш запису',
    count: (count) => numbered(count, 'запис', 'записи', 'записів'),
    onlyFirst: (most) => `Показано перші ${numbered(most, 'запис', 'записи', 'записів')}. Оберіть доказ, щоб побачити всі його записи.`,
    filter: 'Лише один доказ…',
    showAll: 'Показати все',
    entry: (seq) => `Запис ${seq}`,
    empty: 'З доказами ще нічого не відбувалося',
    emptyFor: 'Про цей доказ записів немає',
    emptyWhy: 'Долучення, перегляд, позначення, експорт і перевірку доказу записують тут, і змінити цього не можна.',
    chainTitle: 'Як тримаються записи',
    howItHolds: 'Ланцюг',
    chainWhy:
      'Кожен запис називає хеш попереднього. Хто змінить, вилучить чи вставить запис, порушить усі хеші після нього, тож копії останнього хешу досить, щоб показати, що весь журнал такий, як був.',
  },
  history: {
    title: 'Історія',
    count: (count) => numbered(count, 'зміна', 'зміни', 'змін'),
    done: 'Зроблено',
    undone: 'Скасовано, можна зробити знову',
    empty: 'Скасовувати нічого',
    emptyWhy: 'Кожну зміну від відкриття справи можна тут скасувати, одну за одною, і зробити знову.',
    andMore: (count) => `і ще ${figure(count)}`,
  },
};
