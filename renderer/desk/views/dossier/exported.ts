import type { Commands } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';

/** What an export answers: the folder, every file with its hash, and how much it holds and holds back. */
export type Exported = Answer<Commands['dossiers/export']>;
