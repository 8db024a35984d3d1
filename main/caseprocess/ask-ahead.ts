import type { QueryName } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/kernel/reply.ts';

/** What each view asks first, as it asks it: the cheapest first, since whoever works meanwhile waits for the one at hand. */
const askedFirst: readonly (readonly [name: QueryName, input: object])[] = [
  ['claims/ledger', {}],
  ['links/order', {}],
  ['sources/order', {}],
  ['notes/order', {}],
  ['entities/order', {}],
  ['places/list', {}],
  ['timeline/chart', { lanesBy: 'actor', width: 1_000, view: { from: 0, to: 600 } }],
  ['timeline/order', {}],
  ['boards/graph', {}],
];

/** The desk must be left alone for this long before the next question. */
const quietMs = 400;

export type Ahead = {
  /** To be told of every question somebody asks. */
  readonly noteAsked: () => void;
  /** Asks everything once, each when nobody has asked for a while, so that its answer is kept when a view wants it; ends early when `stopped`. */
  readonly ask: (query: (name: QueryName, input: object) => Promise<Reply<unknown>>, stopped: () => boolean) => Promise<void>;
};

/** Works out what views show first while nobody waits for anything else. What an edit changes is worked out anew when it is asked for. */
export function askAhead(): Ahead {
  let lastAsked = 0;
  return {
    noteAsked: () => {
      lastAsked = performance.now();
    },
    ask: async (query, stopped) => {
      for (const [name, input] of askedFirst) {
        do await new Promise((resolve) => setTimeout(resolve, quietMs / 4).unref());
        while (!stopped() && performance.now() - lastAsked < quietMs);
        if (stopped()) return;
        await query(name, input);
      }
    },
  };
}
