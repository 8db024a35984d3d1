import { execFile } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as Electron from 'electron';
import { underDebugger } from './command-line.ts';
import { refuseUnknown } from './refuse-unknown.ts';

// What of the desktop the application may touch. Nothing here reaches out of the machine.

let copied = '';
export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    copied = text; // of this run only: the machine's clipboard is left alone, so that specs can run beside a person
  },
  readText: async (): Promise<string> => copied,
  clear: (): void => {
    copied = '';
  },
} satisfies Pick<Electron.Clipboard, 'writeText' | 'readText' | 'clear'>;
refuseUnknown('clipboard', clipboard);

function open(path: string): void {
  if (underDebugger()) return;
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  execFile(opener, [path], () => undefined);
}

export const shell = {
  showItemInFolder: (path: string): void => open(dirname(path)),
  openPath: async (path: string): Promise<string> => {
    if (!existsSync(path)) return 'The path does not exist';
    open(path);
    return '';
  },
  openExternal: async (_url: string): Promise<void> => {
    throw new Error('stand-in: openExternal is refused; nothing leaves this machine');
  },
  beep: (): void => {},
} satisfies Pick<Electron.Shell, 'showItemInFolder' | 'openPath' | 'openExternal' | 'beep'>;
refuseUnknown('shell', shell);

class PowerMonitor
  extends EventEmitter
  implements Pick<Electron.PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'getCurrentThermalState'>
{
  readonly onBatteryPower = false;

  /** Nobody is idle here; specs replace this, and emit `suspend`, `lock-screen` or `shutdown`. */
  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(_idleThreshold: number): 'active' | 'idle' | 'locked' | 'unknown' {
    return 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }

  getCurrentThermalState(): 'unknown' {
    return 'unknown';
  }
}
refuseUnknown('powerMonitor', PowerMonitor.prototype);
export const powerMonitor = new PowerMonitor();

const shortcuts = new Map<string, () => void>();
export const globalShortcut = {
  /** Kept, never pressed: a page cannot see keys meant for other programs. */
  register: (accelerator: string, callback: () => void): boolean => {
    shortcuts.set(accelerator, callback);
    return true;
  },
  unregister: (accelerator: string): void => {
    shortcuts.delete(accelerator);
  },
  unregisterAll: (): void => shortcuts.clear(),
  isRegistered: (accelerator: string): boolean => shortcuts.has(accelerator),
} satisfies Pick<Electron.GlobalShortcut, 'register' | 'unregister' | 'unregisterAll' | 'isRegistered'>;
refuseUnknown('globalShortcut', globalShortcut);

export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): 'basic_text' => 'basic_text',
} satisfies Pick<Electron.SafeStorage, 'isEncryptionAvailable' | 'getSelectedStorageBackend'>;
refuseUnknown('safeStorage', safeStorage);

const area = { x: 0, y: 0, width: 1440, height: 900 };
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  size: { width: 1440, height: 900 },
  workAreaSize: { width: 1440, height: 900 },
  scaleFactor: 1,
  rotation: 0,
};
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
});
refuseUnknown('screen', screen);

export const net = {
  isOnline: (): boolean => false,
  fetch: async (): Promise<never> => {
    throw new Error('stand-in: net.fetch is refused; nothing leaves this machine, and files are read with node:fs');
  },
};
refuseUnknown('net', net);
