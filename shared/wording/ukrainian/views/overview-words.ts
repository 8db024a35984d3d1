import type { overviewWords as english } from '../../english/views/overview-words.ts';
import type { Translated } from '../../spoken.ts';
import { figure, numbered } from '../numbered.ts';

export const overviewWords: Translated<typeof english> = {
  title: 'Огляд',
  about: 'Про справу',
  edit: 'Змінити справу',
  caseTitle: 'Назва',
  titleMissing: 'Справі потрібна назва.',
  purpose: 'Мета',
  purposeHint: 'Питання, на яке має відповісти ця справа',
  handling: 'Поводження',
  handlingHint: 'Друкується на кожному досьє, як-от TLP:AMBER',
  analysts: 'Аналітики',
  analystsHint: 'По одному імені на рядок. Перше діє зараз: записи збереження ведуться від цього імені.',
  analystsMissing: 'Назвіть принаймні одного аналітика.',
  opened: 'Відкрито',
  byFinding: 'Твердження за висновком',
  ofClaims: (total) => numbered(total, 'твердження', 'твердження', 'тверджень'),
  attention: 'Потребує уваги',
  nothingWantsAttention: 'Нічого не впадає в око: кожне твердження оцінено, і кожне спирається на докази.',
  progress: 'Перебіг роботи',
  completedOf: (completed, all) => `завершено ${figure(completed)} з ${figure(all)}`,
  openQuestions: 'Відкриті питання',
  answeredOf: (answered, all) => `відмічено ${figure(answered)} з ${figure(all)}`,
  noOpenQuestions: 'Немає. Що треба з’ясувати, пишуть у нотатці як завдання: [ ] і пробіл на початку рядка.',
  recent: 'Останні роботи',
  nothingRecent: 'Тут з’явиться те, що ви долучаєте, стверджуєте чи пишете.',
  health: 'Цілість файлу',
  openedClean: 'Відкрито без зауважень.',
  headWords: 'Усе записане досі, шістьма словами:',
  checkedSound: ({ frames, blobs, custody }) =>
    `Перевірено: ${numbered(frames, 'кадр', 'кадри', 'кадрів')}, ${numbered(blobs, 'запечатаний файл', 'запечатані файли', 'запечатаних файлів')} та ${numbered(custody, 'запис', 'записи', 'записів')} збереження — усе таке, як записано.`,
  firstSteps: {
    title: 'Перші кроки',
    done: 'Зроблено',
    import: {
      title: 'Долучіть те, що маєте',
      why: 'Збережену статтю, зображення, документ чи вставлений текст. Файли можна перетягнути будь-куди в це вікно.',
    },
    'new-claim': { title: 'Запишіть, хто що стверджує', why: 'По одному твердженню: хто сказав, через кого дійшло і на яке місце воно спирається.' },
    'new-note': { title: 'Думайте в нотатках', why: 'Ваші слова, з посиланнями на будь-що у справі.' },
  },
};
