import { useEffect, useState } from 'react';
import { idsIn, type OrderedList, type OrderQuery } from './use-list.ts';

const none: readonly string[] = [];

/** Those of some ids that a list has now, in its order. They are looked for again when either changes; until then those known before stand. */
export function useIdsAmong<N extends OrderQuery>(list: OrderedList<N> | null, ids: ReadonlySet<string>): readonly string[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (list === null || ids.size === 0) {
      setFound(none);
      return;
    }
    let over = false;
    void idsIn(list, { among: [...ids] }).then((among) => !over && setFound(among));
    return () => {
      over = true;
    };
  }, [list, ids]);
  return ids.size === 0 ? none : found;
}
