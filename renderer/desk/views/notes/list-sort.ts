import type { ListSort } from '../../bridge/use-list.ts';

/** How the list comes before anybody sorts it. */
export const latestFirst: ListSort = { columnId: 'changed', direction: 'descending' };
