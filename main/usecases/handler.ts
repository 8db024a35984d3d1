import type { CommandName, Commands, Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Received } from '#shared/contract/message.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { Desk, ReadingDesk } from './ports/desk.ts';

/** One command of the contract: decides by the domain and commits. Refusals are values; a bug throws. */
export type CommandUse<N extends CommandName> = (desk: Desk, input: Received<Commands[N]>) => Promise<Reply<Answer<Commands[N]>>>;
/** One query of the contract: its desk has no way to change the case. */
export type QueryUse<N extends QueryName> = (desk: ReadingDesk, input: Received<Queries[N]>) => Promise<Reply<Answer<Queries[N]>>>;
