import type { Commands } from '#shared/contract/contract.ts';
import type { Received } from '#shared/contract/message.ts';

/** What the analyst states of all the files taken in together. */
export type TakeInWishes = Omit<Received<Commands['evidence/take-in']>, 'jobId' | 'files'>;
