import type { timelineWords as english } from '../../english/views/timeline-words.ts';
import type { Translated } from '../../spoken.ts';
import { agreeing, numbered } from '../numbered.ts';

export const timelineWords: Translated<typeof english> = {
  title: 'Хронологія',
  senses: { event: 'Відбулося', said: 'Сказано', published: 'Оприлюднено' },
  empty: {
    title: 'Дат ще немає',
    text: 'Твердження може вказувати, коли його висловлено і коли це сталося, з усією непевністю; джерело — коли його оприлюднено. Кожна з цих дат стоїть тут такою, якою вона є.',
  },
  lanes: 'Доріжки за',
  lanesBy: { actor: 'Дійовою особою', source: 'Джерелом', type: 'Тим, що сталося цього дня' },
  noActor: 'Нікого не названо',
  noSource: 'Без джерела',
  chart:
    'Хронологія. Стрілки вліво та вправо переходять від дати до дати, Enter відкриває, плюс і мінус змінюють масштаб, 0 показує все, Page Up і Page Down пересувають.',
  selected: (sense, date, label) => `${sense} ${date}: ${label}.`,
  conflict: (count) => `${numbered(count, 'твердження', 'твердження', 'тверджень')} ${agreeing(count, 'свідчить', 'свідчать', 'свідчать')} проти`,
  fit: 'Показати все',
  zoomIn: 'Наблизити',
  zoomOut: 'Віддалити',
  earlier: 'Раніше',
  later: 'Пізніше',
  list: 'Ті самі дати списком',
  columns: { date: 'Дата', sense: 'Що', label: 'Об’єкт', actor: 'Хто', finding: 'Висновок', against: 'Проти' },
  legend: {
    sure: 'певна',
    possible: 'десь у цьому проміжку',
    uncertain: 'дата сумнівна',
    near: 'приблизно тоді',
    open: 'відкрита або невідома',
    against: 'є суперечність',
  },
  utc: 'Усі часи за UTC',
};
