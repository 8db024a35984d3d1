import type { CaseEvent } from '../domain/case/change.ts';
import type { Reply } from '../kernel/reply.ts';
import { boardCommands, boardQueries } from './boards.ts';
import { careCommands, careQueries } from './care.ts';
import { caseCommands, caseQueries } from './case.ts';
import { claimCommands, claimQueries } from './claims.ts';
import { copyCommands, copyQueries } from './copies.ts';
import { custodyCommands, custodyQueries } from './custody.ts';
import { dossierCommands, dossierQueries, handOverCommands } from './dossiers.ts';
import { entityCommands, entityQueries } from './entities.ts';
import { evidenceCommands, evidenceQueries } from './evidence.ts';
import { keyQueries } from './keys.ts';
import { linkCommands, linkQueries } from './links.ts';
import type { Answer, Sent } from './message.ts';
import { noteCommands, noteQueries } from './notes.ts';
import { placeQueries } from './places.ts';
import { redactionCommands } from './redactions.ts';
import { searchCommands, searchQueries } from './search.ts';
import type { SettingsChange, ShownSettings } from './settings.ts';
import { sourceCommands, sourceQueries } from './sources.ts';
import { timelineQueries } from './timeline.ts';
import { watchCommands, watchQueries } from './watch.ts';

/** Everything the window, the command line and the tests can ask of an open case. */
export const commands = {
  ...caseCommands,
  ...careCommands,
  ...sourceCommands,
  ...evidenceCommands,
  ...redactionCommands,
  ...claimCommands,
  ...linkCommands,
  ...noteCommands,
  ...entityCommands,
  ...searchCommands,
  ...watchCommands,
  ...boardCommands,
  ...dossierCommands,
  ...handOverCommands,
  ...custodyCommands,
  ...copyCommands,
};
export const queries = {
  ...caseQueries,
  ...careQueries,
  ...keyQueries,
  ...sourceQueries,
  ...evidenceQueries,
  ...claimQueries,
  ...linkQueries,
  ...noteQueries,
  ...entityQueries,
  ...searchQueries,
  ...watchQueries,
  ...boardQueries,
  ...timelineQueries,
  ...placeQueries,
  ...dossierQueries,
  ...custodyQueries,
  ...copyQueries,
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
  /** `atOnce` waits for no checkpoint: every edit that was answered is on disk. */
  | { readonly ask: 'lock'; readonly atOnce?: boolean }
  /** Locks, and shows the unlock page, where the keys are managed after unlocking: no secret passes through the desk. */
  | { readonly ask: 'manage-keys' }
  /** Locks the case, and opens that branch of it for reading once it is unlocked again. */
  | { readonly ask: 'look-into-branch'; readonly branchId: string }
  | { readonly ask: 'change-settings'; readonly change: SettingsChange }
  /** Takes every remembered case folder out of the settings. */
  | { readonly ask: 'forget-cases' }
  | { readonly ask: 'copy-text'; readonly text: string }
  /** The views there are, from their manifests, for the menu of the system. */
  | { readonly ask: 'name-views'; readonly views: readonly { readonly id: string; readonly title: string }[] }
  | { readonly ask: 'state' };
/** `firstLook`, once: the demonstration has just been opened for somebody who wants to see the program. */
export type ShellAnswer =
  | { readonly kind: 'tickets'; readonly tickets: readonly { readonly ticket: string; readonly name: string }[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'settings'; readonly settings: ShownSettings }
  | { readonly kind: 'state'; readonly settings: ShownSettings; readonly demonstrationEngine: boolean; readonly version: string; readonly firstLook: boolean };
/** Menu items and the palette name the same actions; `action` is an id of renderer/desk/frame/actions. */
export type ShellEvent = { readonly type: 'menu'; readonly action: string } | { readonly type: 'locking' };
