import type { TimelineSense } from '../../../contract/timeline.ts';
import { spoken } from '../../spoken.ts';

const senses: { readonly [S in TimelineSense]: string } = { event: 'Happened', said: 'Said', published: 'Published' };

/** What the timeline says. */
export const timelineWords = spoken('timelineWords', {
  title: 'Timeline',
  senses,
  empty: {
    title: 'No dates yet',
    text: 'A claim can say when it was said and when it happened, as uncertain as that is; a source when it was published. Each of these dates stands here as what it is.',
  },
  lanes: 'Lanes by',
  lanesBy: { actor: 'Actor', source: 'Source', type: 'What the date is of' },
  noActor: 'Nobody named',
  noSource: 'No source',
  chart: 'Timeline. Left and right arrow go from date to date, Enter opens one, plus and minus zoom, 0 shows all, Page Up and Page Down move along.',
  selected: (sense: string, date: string, label: string) => `${sense} ${date}: ${label}.`,
  conflict: (count: number) => (count === 1 ? '1 claim speaks against it' : `${count.toLocaleString('en')} claims speak against it`),
  fit: 'Show all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  earlier: 'Earlier',
  later: 'Later',
  list: 'The same dates as a list',
  columns: { date: 'Date', sense: 'What', label: 'Object', actor: 'By', finding: 'Finding', against: 'Against' },
  legend: {
    sure: 'certain',
    possible: 'somewhere in this span',
    uncertain: 'date in doubt',
    near: 'about then',
    open: 'open or not known',
    against: 'contradicted',
  },
  utc: 'All times in UTC',
} as const);
