// Without a schema beside them, because pages use them: zod looks whether it may compile code, which a page's policy reports.

/** Minutes without a key or the mouse after which the case locks. There is no "never". */
export const lockMinutes = { least: 1, most: 60, first: 5 } as const;
/** Seconds for which text copied by the desk stays on the clipboard. */
export const clipboardSeconds = { least: 5, most: 300, first: 30 } as const;
/** Size of letters in hundredths of the usual one. */
export const textSizes = [90, 100, 110, 125, 150] as const;
/** `system` follows what the system asks for. */
export const contrasts = ['system', 'high'] as const;
export const motions = ['system', 'reduced'] as const;
/** Height of rows and room around things. */
export const densities = ['compact', 'comfortable'] as const;
/** Kinds of material that stay out of sight under marks of injury, death or captivity until asked for. */
export const shieldedKinds = ['picture', 'page', 'document', 'recording'] as const;
export type ShieldedKind = (typeof shieldedKinds)[number];
export const themes = ['light', 'dark', 'system'] as const;
/** Keys that lock at once, as Electron writes them; the first is the one of the first day. None is used for anything else. */
export const panicKeys = ['CmdOrCtrl+Shift+L', 'CmdOrCtrl+Shift+X', 'F9', 'F12', 'CmdOrCtrl+Shift+Delete'] as const;
export type PanicKey = (typeof panicKeys)[number];
