import type { UnlockBridge } from '#shared/contract/unlock.ts';

declare global {
  interface Window {
    readonly unlock: UnlockBridge;
  }
}

/** What the preload gives this page: the shell for folders, the case process for what holds a passphrase. */
export function bridge(): UnlockBridge {
  return window.unlock;
}

/** A case folder as the page knows it: a name and a ticket. */
export type CaseFolder = { readonly ticket: string; readonly folderName: string };
