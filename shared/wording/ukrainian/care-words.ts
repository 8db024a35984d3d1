import type { EditRange } from '../../domain/case/case-finding.ts';
import type * as english from '../english/care-words.ts';
import type { Translated } from '../spoken.ts';
import { figure, numbered } from './numbered.ts';

type Of<K extends keyof typeof english> = Translated<(typeof english)[K]>;

export const touchedTerms: Of<'touchedTerms'> = {
  custody: (id) => `запис ${id} журналу збереження`,
  case: 'назва й мета справи',
  whole: (label) => label,
  original: (label) => `оригінал: ${label}`,
  text: (label) => `текст, узятий із: ${label}`,
  page: (label) => `показана сторінка: ${label}`,
  display: (label) => `показане зображення: ${label}`,
  sheets: (label) => `намальовані сторінки: ${label}`,
  figure: (label) => `зображення для досьє: ${label}`,
};

const ranges = (all: readonly EditRange[]): string => {
  const parts = all.map(({ from, to }) => (from === to ? figure(from) : `${figure(from)}–${figure(to)}`));
  const list = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} та ${parts.at(-1)}`;
  return `${parts.length === 1 && all[0]?.from === all[0]?.to ? 'зміна' : 'зміни'} ${list}`;
};

export const lostEditsTerms: Of<'lostEditsTerms'> = { edits: ranges };

export const repairReportWords: Of<'repairReportWords'> = {
  done: 'Відновлено: усе справжнє — в новій теці. Пошкоджена тека така, як була.',
  nothingLost: 'Нічого не втрачено.',
  lostBeginning: 'Утрачено: усе до найдавнішої відомої зміни.',
  lostEdits: (all) => `Утрачено: ${ranges(all)}, рахуючи від першої зміни справи.`,
  lostCustody: (count) => `Утрачено: ${numbered(count, 'запис', 'записи', 'записів')} журналу збереження; кожен позначено в журналі.`,
  lostBlobs: (count) => `Утрачено: ${numbered(count, 'запечатаний файл', 'запечатані файли', 'запечатаних файлів')}.`,
  recovered: (count) =>
    `Внесено знову з запечатаних байтів: ${numbered(count, 'доказ', 'докази', 'доказів')}. Їхні джерела, позначки та зв’язки треба додати вручну.`,
  branches: (count) => `Перенесено: ${numbered(count, 'гілку', 'гілки', 'гілок')}, записані паралельно. Нова справа показує їх для злиття.`,
  samePassphrase: 'Відкривається тими самими парольними фразами та ключами. Зберігайте пошкоджену теку, доки не переглянете нову.',
};

export const verifyDepthWords: Of<'verifyDepthWords'> = {
  quick: 'Ціла, наскільки видно зі швидкої перевірки: байтів доказів не прочитано.',
  full: 'Ціла: усе на місці й без змін.',
};

export const branchWords: Of<'branchWords'> = {
  none: 'Паралельно з основною лінією ніхто не писав.',
  trunk: 'основна лінія',
  branch: 'гілка',
  settledBranch: 'гілка, врегульована',
  applies: 'можна зробити',
  present: 'вже є',
  reasons: { 'changed-in-both': 'змінено в обох', 'follows-a-conflict': 'випливає із суперечності' },
  merged: (count) => `В основній лінії зроблено знову ${numbered(count, 'зміну', 'зміни', 'змін')}.`,
  left: (count) => `Зупинено: можна зробити ще ${numbered(count, 'зміну', 'зміни', 'змін')}. Щоб продовжити, зливайте ще раз.`,
  decide:
    'Ці зміни суперечать основній лінії, їх не зроблено. Перегляньте їх через --branch, тоді змініть основну лінію вручну або зливайте ще раз із --take ID.',
  deep: 'Вона відійшла раніше, ніж сягає збережений журнал: те, що тоді в ній було, переноситься як було, зокрема й те, що відтоді вилучено з основної лінії.',
  kept: 'Гілка лишається в теці. Коли вона більше не потрібна: зливайте ще раз із --settle.',
  settled: 'Гілку врегульовано: про неї більше не нагадуватимуть, а прибирання може вилучити її файли.',
};
