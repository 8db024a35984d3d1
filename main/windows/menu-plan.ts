import type { PanicKey } from '#shared/contract/setting-choices.ts';

/** One item of the menu: an action of the desk by its id, something the shell does itself, or a role of the system. */
export type MenuItem =
  | { readonly action: string; readonly keys?: string; readonly title?: string }
  | { readonly shell: 'lock' | 'lock-at-once' | 'quit'; readonly keys?: string }
  | { readonly role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen' | 'minimize' }
  | 'line';
/** A view as the desk tells it: it knows its manifests, the shell does not. */
export type NamedView = { readonly id: string; readonly title: string };
export type MenuPart = { readonly name: 'case' | 'edit' | 'go' | 'view' | 'help'; readonly items: readonly MenuItem[] };

/**
 * The menu while a case is open. Ids are those of renderer/desk/bridge/action-ids.ts; the desk binds the keys of its actions
 * itself, so that a key has one owner. Keys here are those that must work whatever the desk does.
 */
export const deskMenu = (panicKey: PanicKey, views: readonly NamedView[]): readonly MenuPart[] => [
  {
    name: 'case',
    items: [
      { action: 'import/choose-files' },
      { action: 'import/paste-text' },
      'line',
      { action: 'new-claim' },
      { action: 'new-note' },
      'line',
      { action: 'verify-case' },
      { action: 'view/care' },
      { action: 'view/keys' },
      'line',
      { action: 'view/settings' },
      'line',
      { shell: 'lock', keys: 'CmdOrCtrl+L' },
      // No checkpoint, no waiting: every edit that was confirmed is on disk already.
      { shell: 'lock-at-once', keys: panicKey },
      { shell: 'quit', keys: 'CmdOrCtrl+Q' },
    ],
  },
  {
    name: 'edit',
    items: [{ action: 'undo' }, { action: 'redo' }, 'line', { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  },
  {
    name: 'go',
    items: [
      { action: 'palette' },
      { action: 'search' },
      'line',
      ...views.map(({ id, title }) => ({ action: `view/${id}`, title })),
      'line',
      { action: 'back' },
      { action: 'forward' },
    ],
  },
  {
    name: 'view',
    items: [
      { action: 'theme/light' },
      { action: 'theme/dark' },
      { action: 'theme/system' },
      'line',
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ],
  },
  { name: 'help', items: [{ action: 'guide' }, { action: 'help' }, { action: 'tour' }] },
];

/** The menu while nothing is open. */
export const unlockMenu: readonly MenuPart[] = [
  { name: 'case', items: [{ shell: 'quit', keys: 'CmdOrCtrl+Q' }] },
  { name: 'edit', items: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
];
