import type { CaseEvent } from '../domain/case/change.ts';
import type { Reply } from '../kernel/reply.ts';
import { caseCommands, caseQueries } from './case.ts';
import { claimCommands, claimQueries } from './claims.ts';
import { dossierCommands, dossierQueries } from './dossiers.ts';
import { entityCommands, entityQueries } from './entities.ts';
import { evidenceCommands, evidenceQueries } from './evidence.ts';
import { linkCommands, linkQueries } from './links.ts';
import type { Answer, Sent } from './message.ts';
import { noteCommands, noteQueries } from './notes.ts';
import { searchQueries } from './search.ts';
import { sourceCommands, sourceQueries } from './sources.ts';

/** Everything the window, the command line and the tests can ask of an open case. */
export const commands = {
  ...caseCommands,
  ...sourceCommands,
  ...evidenceCommands,
  ...claimCommands,
  ...linkCommands,
  ...noteCommands,
  ...entityCommands,
  ...dossierCommands,
};
export const queries = {
  ...caseQueries,
  ...sourceQueries,
  ...evidenceQueries,
  ...claimQueries,
  ...linkQueries,
  ...noteQueries,
  ...entityQueries,
  ...searchQueries,
  ...dossierQueries,
};
export type Commands = typeof commands;
export type Queries = typeof queries;
export type CommandName = keyof Commands;
export type QueryName = keyof Queries;

/** What the desk's preload exposes as `window.desk`: nothing else reaches a page. */
export type DeskBridge = {
  readonly command: <N extends CommandName>(name: N, input: Sent<Commands[N]>) => Promise<Reply<Answer<Commands[N]>>>;
  readonly query: <N extends QueryName>(name: N, input: Sent<Queries[N]>) => Promise<Reply<Answer<Queries[N]>>>;
  readonly shell: (request: ShellRequest) => Promise<Reply<ShellAnswer>>;
  readonly onEvent: (listener: (event: CaseEvent | ShellEvent) => void) => () => void;
};

/** What the desk may ask of the shell. Paths never reach the page: it gets tickets, each good for one use. */
export type ShellRequest =
  | { readonly ask: 'choose-files' }
  | { readonly ask: 'choose-save-file'; readonly suggestedName: string }
  | { readonly ask: 'choose-folder' }
  | { readonly ask: 'lock' }
  | { readonly ask: 'set-theme'; readonly theme: 'light' | 'dark' | 'system' }
  | { readonly ask: 'copy-text'; readonly text: string }
  | { readonly ask: 'state' };
export type ShellAnswer =
  | { readonly kind: 'tickets'; readonly tickets: readonly { readonly ticket: string; readonly name: string }[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'state'; readonly theme: 'light' | 'dark' | 'system'; readonly demonstrationEngine: boolean; readonly version: string };
/** Menu items and the palette name the same actions; `action` is an id of renderer/desk/frame/actions. */
export type ShellEvent = { readonly type: 'menu'; readonly action: string } | { readonly type: 'locking' };
