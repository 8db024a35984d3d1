/** One item of the menu: an action of the desk by its id, something the shell does itself, or a role of the system. */
export type MenuItem =
  | { readonly action: string; readonly keys?: string }
  | { readonly shell: 'lock' | 'lock-at-once' | 'quit'; readonly keys?: string }
  | { readonly role: 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen' | 'minimize' }
  | 'line';
export type MenuPart = { readonly name: 'case' | 'edit' | 'go' | 'view' | 'help'; readonly items: readonly MenuItem[] };

/**
 * The menu while a case is open. Ids are those of renderer/desk/bridge/action-ids.ts; the desk binds the keys of its actions
 * itself, so that a key has one owner. Keys here are those that must work whatever the desk does.
 */
export const deskMenu: readonly MenuPart[] = [
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
      'line',
      { shell: 'lock', keys: 'CmdOrCtrl+L' },
      // No checkpoint, no waiting: every edit that was confirmed is on disk already.
      { shell: 'lock-at-once', keys: 'CmdOrCtrl+Shift+L' },
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
      { action: 'view/overview' },
      { action: 'view/sources' },
      { action: 'view/evidence' },
      { action: 'view/claims' },
      { action: 'view/links' },
      { action: 'view/notes' },
      { action: 'view/dossier' },
      { action: 'view/custody' },
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
  { name: 'help', items: [{ action: 'help' }] },
];

/** The menu while nothing is open. */
export const unlockMenu: readonly MenuPart[] = [
  { name: 'case', items: [{ shell: 'quit', keys: 'CmdOrCtrl+Q' }] },
  { name: 'edit', items: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
];
