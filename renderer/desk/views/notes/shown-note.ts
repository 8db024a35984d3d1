import type { Queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';

/** A note with its earlier versions, oldest first. */
export type ShownNote = Answer<Queries['notes/show']>;
