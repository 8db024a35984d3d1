import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'corroborate-engine-';
const memory = '/dev/shm';
// What no switch turns off. An error page, for one, made Chromium look up google.com past all resolver rules: 28 bytes that left.
const preferences = {
  alternate_error_pages: { enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  // The app asks for none; stock Chromium would fetch a dictionary as soon as somebody types.
  browser: { enable_spellchecking: false },
  credentials_enable_service: false,
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false },
  spellcheck: { dictionaries: [] },
  translate: { enabled: false },
  webrtc: { ip_handling_policy: 'disable_non_proxied_udp' },
};
const roomNeededBytes = 256 * 1024 * 1024;

/** Whether files can be kept in memory only: what the page shows then never meets a disk, not even for a moment. */
export function memoryFolderUsable(): boolean {
  if (process.platform !== 'linux' || !existsSync(memory)) return false;
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= roomNeededBytes;
  } catch {
    return false;
  }
}

/** A folder of our own (0700 by mkdtemp) for what Chromium insists on writing; it carries our process id for the sweep. */
export function makeProfileFolder(): string {
  sweepAbandoned();
  const folder = mkdtempSync(join(memoryFolderUsable() ? memory : tmpdir(), `${prefix}${process.pid}-`));
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return folder;
}

export function removeProfileFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 30 });
  } catch {
    // Chromium's last process may still be writing; the next start sweeps.
  }
}

/** After a SIGKILL nobody removed the folder; whoever starts next does, unless the process id is alive. */
function sweepAbandoned(): void {
  for (const place of new Set([memory, tmpdir()])) {
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place).filter((each) => each.startsWith(prefix))) {
      const pid = Number(name.slice(prefix.length).split('-')[0]);
      if (!isAlive(pid)) removeProfileFolder(join(place, name));
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
