import type { DeskBridge } from '#shared/contract/contract.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
  }
}

/** The preload's three functions: the only way from this page to anything else. */
export function bridge(): DeskBridge {
  return window.desk;
}
