/** Every action of the frame. The shell's menu names them in its events, so they are stable. `view/<id>` is added by each view's manifest. */
export const actionIds = [
  'palette',
  'help',
  'guide',
  'tour',
  'search',
  'import',
  'import/choose-files',
  'import/paste-text',
  'new-claim',
  'new-note',
  'watch-words',
  'save',
  'undo',
  'redo',
  'back',
  'forward',
  'verify-case',
  'jobs',
  'names-by-role',
  'lock',
  'lock-at-once',
  'theme/light',
  'theme/dark',
  'theme/system',
] as const;
export type FrameActionId = (typeof actionIds)[number];
export type ActionId = FrameActionId | `view/${string}` | `command/${string}`;
