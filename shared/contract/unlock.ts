import type { Language } from '../kernel/languages.ts';
import type { Problem } from '../kernel/problem.ts';
import type { RepairReport } from './care.ts';
import type { KeysReply, KeysRequest, OfferedSecret } from './keys.ts';
import type { ChosenSettings } from './settings.ts';

/**
 * The unlock page talks to the case process over a MessagePort that the shell only hands on, so that a passphrase never
 * passes through the shell or the desk. The folder is chosen through the shell, which gives a ticket for it.
 */
export type UnlockRequest =
  | { readonly ask: 'create'; readonly title: string; readonly purpose: string; readonly analyst: string; readonly passphrase: Uint8Array }
  /**
   * `keyFile`: the whole content of the file that belongs to the passphrase, where there is one. `readOnly` takes no lock and writes nothing;
   * `branch` names another line of edits than the trunk, and is always read only. `forDesk`: the page has nothing to show after it, so the shell puts
   * the desk in its place as soon as the case is open, which may be before the reply has come.
   */
  | {
      readonly ask: 'open';
      readonly passphrase: Uint8Array;
      readonly keyFile?: Uint8Array;
      readonly readOnly?: boolean;
      readonly branch?: string;
      readonly forDesk?: boolean;
    }
  /** Recovery words, or those an escrow file held. */
  | { readonly ask: 'open-with-recovery-code'; readonly words: readonly string[]; readonly readOnly?: boolean }
  /** `shares`: the texts of as many shares as are needed, in any order. */
  | { readonly ask: 'open-with-shares'; readonly shares: readonly string[]; readonly readOnly?: boolean }
  | { readonly ask: 'recover'; readonly words: readonly string[]; readonly newPassphrase: Uint8Array; readonly others?: OtherPassphrases }
  | { readonly ask: 'recover-with-shares'; readonly shares: readonly string[]; readonly newPassphrase: Uint8Array; readonly others?: OtherPassphrases }
  /** Builds the demonstration case in the folder of this process and opens it. */
  | { readonly ask: 'demonstrate' }
  | AnewRequest;
/** Writes another folder, behind the ticket `into`, and opens neither: what is authentic of a damaged case, or a sound one under a fresh key. */
export type AnewRequest =
  | { readonly ask: 'repair'; readonly secret: OfferedSecret; readonly into: string }
  | { readonly ask: 'rekey'; readonly secret: OfferedSecret; readonly into: string; readonly newPassphrase: Uint8Array; readonly label: string };
/**
 * What becomes of the passphrases there were (with or without key file). Left out, a single one gives way to the new one; with
 * several the request is refused by the rule `other-passphrases`, and the page asks.
 */
export type OtherPassphrases = 'keep' | 'remove';
/** What comes over the port of the page: a request to open, or one of the keys page, which needs an open case. */
export type FromUnlockPage = { readonly unlock: UnlockRequest } | { readonly keys: KeysRequest } | { readonly cancel: true };
export type UnlockReply =
  /** `recoveryWords` once, after `create` and `rekey`: shown, copied by hand, never stored in clear. `repaired` after `repair`. */
  { readonly ok: true; readonly recoveryWords: readonly string[] | null; readonly repaired?: RepairReport } | { readonly ok: false; readonly problem: Problem };
/** How far the work of an {@link AnewRequest} is; it comes before the reply, any number of times. */
export type UnlockProgress = { readonly phase: string; readonly done: number; readonly total: number };
/** What comes back over the port of the page. */
export type ToUnlockPage = UnlockReply | KeysReply | { readonly progress: UnlockProgress };

/** What the unlock page asks of the shell. */
export type UnlockShellRequest =
  | { readonly ask: 'choose-case' }
  | { readonly ask: 'choose-new-case'; readonly suggestedName: string }
  | { readonly ask: 'known-cases' }
  /** A key is about to be given: the window of the desk is made ready meanwhile, hidden and without a case. */
  | { readonly ask: 'ready-desk' }
  /** For this page and for the desk, kept with the settings of this computer. */
  | { readonly ask: 'choose-language'; readonly language: ChosenSettings['language'] }
  /** The case whose keys the desk was left to manage: a ticket for it, once; `cancelled` when the desk was left for another reason. */
  | { readonly ask: 'case-for-keys' }
  /** Likewise the case of which a branch is to be looked into. */
  | { readonly ask: 'case-for-branch' }
  /**
   * Starts a case process for the folder behind the ticket; the port to it arrives as a message to the page. `remember` keeps the
   * folder in the list of known cases once the case is open; without it no name of a case is kept outside the case.
   */
  | { readonly ask: 'start-case'; readonly ticket: string; readonly remember?: boolean }
  /** Starts a case process for the demonstration, in a folder of the program's own that is emptied first. The port comes as for `start-case`. */
  | { readonly ask: 'start-demonstration' }
  /** The case is open: the shell replaces this page by the desk. */
  | { readonly ask: 'enter' }
  /** Locks the case that was opened to manage its keys. */
  | { readonly ask: 'lock' }
  | { readonly ask: 'forget-case'; readonly ticket: string };
export type UnlockShellAnswer =
  | { readonly kind: 'case'; readonly ticket: string; readonly folderName: string; readonly branch?: string }
  /** `mayRemember`: whether remembering is to be offered at all. */
  | {
      readonly kind: 'cases';
      readonly mayRemember: boolean;
      readonly cases: readonly { readonly ticket: string; readonly folderName: string; readonly where: string }[];
    }
  | { readonly kind: 'language'; readonly spoken: Language }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done' };

/** `window.unlock` as its preload exposes it. */
export type UnlockBridge = {
  readonly shell: (request: UnlockShellRequest) => Promise<UnlockShellAnswer>;
  /** Sends one request to the started case process and answers with its reply. The bytes of a passphrase are wiped after sending. */
  readonly ask: (request: UnlockRequest) => Promise<UnlockReply>;
  /** Sends one request about keys to the case process that has opened the case. Wiped as for `ask`. */
  readonly keys: (request: KeysRequest) => Promise<KeysReply>;
  /** Called while an {@link AnewRequest} is worked on; a later listener takes the place of an earlier one. */
  readonly onProgress: (listener: (progress: UnlockProgress) => void) => void;
  /** Asks for the end of that work; its reply says `cancelled` unless it was done already. */
  readonly cancel: () => void;
  readonly demonstrationEngine: boolean;
  /** What was chosen on the desk; it holds while no case is open, too. */
  readonly theme: ChosenSettings['theme'];
  /** The choice, and what it makes this page speak. */
  readonly language: ChosenSettings['language'];
  readonly spoken: Language;
};
