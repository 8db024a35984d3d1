import type { Problem } from '../kernel/problem.ts';

/**
 * The unlock page talks to the case process over a MessagePort that the shell only hands on, so that a passphrase never
 * passes through the shell or the desk. The folder is chosen through the shell, which gives a ticket for it.
 */
export type UnlockRequest =
  | { readonly ask: 'create'; readonly title: string; readonly purpose: string; readonly analyst: string; readonly passphrase: Uint8Array }
  | { readonly ask: 'open'; readonly passphrase: Uint8Array }
  | { readonly ask: 'open-with-recovery-code'; readonly words: readonly string[] }
  | { readonly ask: 'recover'; readonly words: readonly string[]; readonly newPassphrase: Uint8Array };
export type UnlockReply =
  /** `recoveryWords` once, after `create`: shown, copied by hand, never stored in clear. */
  { readonly ok: true; readonly recoveryWords: readonly string[] | null } | { readonly ok: false; readonly problem: Problem };

/** What the unlock page asks of the shell. */
export type UnlockShellRequest =
  | { readonly ask: 'choose-case' }
  | { readonly ask: 'choose-new-case'; readonly suggestedName: string }
  | { readonly ask: 'known-cases' }
  /**
   * Starts a case process for the folder behind the ticket; the port to it arrives as a message to the page. `remember` keeps the
   * folder in the list of known cases once the case is open; without it no name of a case is kept outside the case.
   */
  | { readonly ask: 'start-case'; readonly ticket: string; readonly remember?: boolean }
  /** The case is open: the shell replaces this page by the desk. */
  | { readonly ask: 'enter' }
  | { readonly ask: 'forget-case'; readonly ticket: string };
export type UnlockShellAnswer =
  | { readonly kind: 'case'; readonly ticket: string; readonly folderName: string }
  | { readonly kind: 'cases'; readonly cases: readonly { readonly ticket: string; readonly folderName: string; readonly where: string }[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done' };

/** `window.unlock` as its preload exposes it. */
export type UnlockBridge = {
  readonly shell: (request: UnlockShellRequest) => Promise<UnlockShellAnswer>;
  /** Sends one request to the started case process and answers with its reply. The bytes of a passphrase are wiped after sending. */
  readonly ask: (request: UnlockRequest) => Promise<UnlockReply>;
  readonly demonstrationEngine: boolean;
  /** What was chosen on the desk; it holds while no case is open, too. */
  readonly theme: 'light' | 'dark' | 'system';
};
