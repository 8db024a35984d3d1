import type { QueryUse } from '../handler.ts';

/** What can open the case: kinds, labels and dates, never a secret. */
export const listKeys: QueryUse<'keys/list'> = (desk) => desk.openCase.listKeys();
