import type { adviceTerms as advice } from '../english/advice-terms.ts';
import type { attentionTerms as attention } from '../english/attention-terms.ts';
import type { custodyTerms as custody } from '../english/custody-terms.ts';
import type { editTerms as edits } from '../english/edit-terms.ts';
import type { entityKindTerms as entityKinds } from '../english/entity-terms.ts';
import type { repairWords as repair } from '../english/repair-words.ts';
import type { Translated } from '../spoken.ts';
import { numbered } from './numbered.ts';

const claims = (count: number) => numbered(count, 'твердження', 'твердження', 'тверджень');

export const adviceTerms: Translated<typeof advice> = {
  'corroborated-by-one-origin': 'Названо підтвердженим, але спирається менш ніж на два незалежні першоджерела.',
  'credibility-1-by-one-origin': 'Оцінено на 1 (підтверджено іншими джерелами), але спирається менш ніж на два незалежні першоджерела.',
};

export const attentionTerms: Translated<typeof attention> = {
  'claims-in-conflict': {
    line: (count) => `Суперечність: ${claims(count)}`,
    why: 'Щось у справі свідчить проти них. Порівняйте, що саме кожне вимірює і звідки походить.',
  },
  'corroborated-by-one-origin': {
    line: (count) => `Названо підтвердженими, але першоджерело одне: ${claims(count)}`,
    why: 'Для підтвердження потрібні два або більше незалежних першоджерел. Видання, що передають слова однієї особи, — це одне першоджерело.',
  },
  'credibility-1-by-one-origin': {
    line: (count) => `Оцінено на 1, але першоджерело одне: ${claims(count)}`,
    why: 'Оцінка 1 означає: підтверджено іншими, незалежними джерелами.',
  },
  'claim-without-evidence': {
    line: (count) => `Без жодного доказу: ${claims(count)}`,
    why: 'Досьє не приймає тверджень, що ні на що не посилаються.',
  },
  'claim-unassessed': {
    line: (count) => `Ще не оцінено: ${claims(count)}`,
    why: 'Дайте кожному висновок, навіть якщо він такий: наразі перевірити не можна.',
  },
  'at-risk-evidence': {
    line: (count) => `Показують людей під загрозою: ${numbered(count, 'доказ', 'докази', 'доказів')}`,
    why: 'Вони не потрапляють до досьє для оприлюднення, там їх перелічено як утримані.',
  },
};

export const custodyTerms: Translated<typeof custody> = {
  collected: 'Зібрано',
  imported: 'Долучено',
  viewed: 'Переглянуто',
  copied: 'Скопійовано',
  marked: 'Позначено',
  redacted: 'Приховано частину',
  transferred: 'Передано',
  exported: 'Експортовано',
  verified: 'Перевірено',
  removed: 'Вилучено',
  restored: 'Повернено',
  disposed: 'Знищено',
  'key-added': 'Додано спосіб відкрити справу',
  'key-removed': 'Вилучено спосіб відкрити справу',
  'passphrase-changed': 'Змінено парольну фразу',
  'travel-locked': 'Заблоковано на дорогу',
  'backed-up': 'Зроблено резервну копію',
  compacted: 'Справу ущільнено',
  're-keyed': 'Справу зашифровано наново',
  repaired: 'Справу відновлено',
  migrated: 'Формат справи оновлено',
  'branch-resolved': 'Паралельну гілку врегульовано',
  lost: 'Запис утрачено',
  'gate-overridden': 'Випущено попри позначки',
  'signed-off': 'Досьє погоджено',
};

export const editTerms: Translated<typeof edits> = {
  'open-case': 'відкриття справи',
  'edit-case': 'зміна відомостей про справу',
  'take-in-evidence': 'долучення доказів',
  'edit-evidence': 'зміна відомостей про доказ',
  'mark-at-risk': 'позначення людей під загрозою',
  'export-evidence': 'експорт доказу',
  'remove-evidence': 'вилучення доказу',
  'redact-evidence': 'створення копії з прихованим',
  'derive-evidence': 'створення похідного доказу',
  'translate-evidence': 'переклад доказу',
  'mark-place': 'позначення місця',
  'edit-place': 'зміна позначеного місця',
  'unmark-place': 'зняття позначки місця',
  'draw-pages': 'малювання сторінок',
  'add-source': 'додання джерела',
  'edit-source': 'зміна джерела',
  'rate-source': 'оцінка джерела',
  'assert-claim': 'внесення твердження',
  'edit-claim': 'зміна твердження',
  'rate-claim': 'оцінка твердження',
  'remove-claim': 'вилучення твердження',
  'edit-claims': 'зміна кількох тверджень',
  'split-claim': 'поділ твердження',
  'keep-filter': 'збереження відбору',
  'remove-filter': 'вилучення відбору',
  'save-search': 'збереження пошуку',
  'rename-search': 'перейменування збереженого пошуку',
  'remove-search': 'вилучення збереженого пошуку',
  'watch-words': 'стеження за словами',
  'edit-watch': 'зміна слів, за якими стежать',
  'unwatch-words': 'припинення стеження за словами',
  'draw-link': 'проведення зв’язку',
  'edit-link': 'зміна зв’язку',
  'remove-link': 'вилучення зв’язку',
  'write-note': 'написання нотатки',
  'revise-note': 'переробка нотатки',
  'remove-note': 'вилучення нотатки',
  'add-entity': 'додання сутності',
  'edit-entity': 'зміна сутності',
  'merge-entities': 'об’єднання сутностей',
  'place-entity': 'позначення на мапі',
  'save-board': 'збереження дошки',
  'remove-board': 'вилучення дошки',
  'plan-dossier': 'планування досьє',
  'remove-dossier-plan': 'вилучення плану досьє',
  'export-dossier': 'експорт досьє',
  'override-gate': 'випуск доказу попри позначки',
  'sign-off-dossier': 'погодження досьє',
  'record-custody': 'запис про збереження',
  'sign-custody': 'підписання журналу збереження',
  'merge-branch': 'злиття гілки',
  'take-from-branch': 'перенесення того, що було в гілці',
  'repair-case': 'відновлення справи',
  undo: 'скасування',
  redo: 'повторення',
};

export const entityKindTerms: Translated<typeof entityKinds> = {
  actor: 'Дійова особа, вид не з’ясовано',
  person: 'Людина',
  organisation: 'Організація',
  unit: 'Військова частина',
  'identity-document': 'Посвідчення особи',
  account: 'Обліковий запис',
  vehicle: 'Транспортний засіб',
  weapon: 'Зброя',
  place: 'Місце',
  event: 'Подія',
};

export const repairWords: Translated<typeof repair> = {
  lostTitle: 'Справа, назву якої втрачено',
  lostAnalyst: 'Ім’я втрачено',
  recoveredSource: 'Повернено під час відновлення; звідки походить, невідомо',
  repaired: 'Справу було пошкоджено. Усе справжнє перенесено до цієї нової теки.',
  restored: 'Внесено знову з запечатаних байтів; запис про нього втрачено.',
  fromBranch: (branch, entry, at, actor) => `З гілки ${branch}, де це був запис ${entry} від ${at}, автор: ${actor}.`,
  settled: (branch) => `Гілку ${branch} врегульовано: усе, що варто було зберегти, тут зроблено знову.`,
};
