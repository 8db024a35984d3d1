import { homedir } from 'node:os';
import { join } from 'node:path';
import type { World } from './world.ts';

/**
 * Where the command line remembers how far it has seen each case. `CORROBORATE_STATE` moves it; otherwise the place each system
 * has for what a program keeps between runs (on Linux the XDG Base Directory Specification).
 */
export function anchorsFolder(env: World['env'], platform: string): string {
  return join(env['CORROBORATE_STATE'] || usualFolder(env, platform), 'anchors');
}

function usualFolder(env: World['env'], platform: string): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'Corroborate');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Corroborate');
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'corroborate');
}
