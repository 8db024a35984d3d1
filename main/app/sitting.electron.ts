import { type BrowserWindow, MessageChannelMain } from 'electron';
import type { QuarantineClient } from '#main/intake/quarantine-client.ts';
import type { ShellEvent } from '#shared/contract/contract.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { refused } from '#shared/kernel/reply.ts';
import type { CaseLine } from '../bridge/case-line.ts';
import { channels } from '../bridge/channels.ts';
import type { ReadForViewer } from '../protocols/serve-evidence.ts';
import { sessionOf } from '../windows/secure-window.electron.ts';
import { forgetClipboard } from './copy-text.electron.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import { places } from './places.electron.ts';
import type { SettingsBook } from './settings-book.ts';
import { startCaseProcess } from './start-case-process.electron.ts';
import { watchPresence } from './watch-presence.electron.ts';

/** Why the unlock page is shown; the fragment of its address. */
export type Reason = 'start' | 'locked' | 'case-ended' | 'desk-ended';

/** How long a lock waits for the checkpoint of the case before it kills the process. Edits are on disk without it. */
const checkpointWithinMs = 5_000;

const openedWithinMs = 2_000;

export type SittingNeeds = {
  readonly windows: OpenWindows;
  readonly settings: SettingsBook;
  /** One quarantine for each open case, ended with it. */
  readonly newQuarantine: () => QuarantineClient;
  /** Called when the menu must be that of another page. */
  readonly turned: () => void;
};

/**
 * One sitting at the desk: from the unlock page through the open case to the lock. Locking ends processes, because wiping inside a
 * living one was measured to leave passphrase and documents behind (tests/e2e/lock.spec.ts).
 */
export class Sitting {
  readonly #needs: SittingNeeds;
  #line: CaseLine | null = null;
  #quarantine: QuarantineClient | null = null;
  #opened = false;
  #tellOpened: () => void = () => undefined;
  #remember: string | null = null;
  #ending: Promise<void> | null = null;
  #stopWatching: () => void = () => undefined;

  constructor(needs: SittingNeeds) {
    this.#needs = needs;
  }

  /** The line to the open case, or null while locked. */
  get line(): CaseLine | null {
    return this.#opened ? this.#line : null;
  }

  /** Bytes of evidence for the desk's protocol. */
  readonly read: ReadForViewer = async (evidenceId, part, offset, length) =>
    this.line?.read(evidenceId, part, offset, length) ?? refused({ kind: 'case-locked' });

  showUnlock(reason: Reason): BrowserWindow {
    const engine = process.env['CORROBORATE_DEMONSTRATION_ENGINE'] ? ['--corroborate-demonstration-engine'] : [];
    const facts = [...engine, `--corroborate-theme=${this.#needs.settings.now.theme}`];
    const size = { width: 1040, height: 760, minWidth: 720, minHeight: 560 };
    const window = this.#needs.windows.open({ page: 'unlock', preload: places.unlockPreload, facts, fragment: reason, ...size });
    this.#needs.turned();
    return window;
  }

  /** Starts a case process for `folder` and gives the unlock page the port to it. */
  async startCase(folder: string, remember: boolean): Promise<void> {
    await this.#ending;
    await this.#line?.close(0);
    const unlock = this.#needs.windows.get('unlock');
    if (unlock === null || this.#opened) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#quarantine?.end();
    const quarantine = this.#needs.newQuarantine();
    this.#quarantine = quarantine;
    const line: CaseLine = startCaseProcess(folder, port1, {
      opened: () => {
        if (this.#line !== line) return;
        this.#opened = true;
        this.#tellOpened();
      },
      event: (event) => this.#tellDesk(event),
      examine: (job) => quarantine.examine(job),
      ended: () => this.#processEnded(line),
    });
    this.#line = line;
    this.#remember = remember ? folder : null;
    unlock.webContents.postMessage(channels.casePort, null, [port2]);
  }

  /** Replaces the unlock page by the desk. False when nothing has been opened. */
  async enter(): Promise<boolean> {
    await this.#whenOpened();
    if (!this.#opened || this.#needs.windows.get('desk') !== null) return false;
    if (this.#remember !== null) this.#needs.settings.rememberCase(this.#remember);
    const { width, height } = this.#needs.settings.now.window;
    const desk = this.#needs.windows.open({ page: 'desk', preload: places.deskPreload, width, height, minWidth: 900, minHeight: 600 });
    desk.on('close', () => this.#needs.settings.change({ window: sizeOf(desk) }));
    desk.webContents.on('render-process-gone', () => void this.lock('desk-ended'));
    const unlock = this.#needs.windows.get('unlock');
    setImmediate(() => unlock?.destroy()); // after the page has its answer
    this.#stopWatching = watchPresence(this.#needs.settings.now.lockAfterMinutes * 60, () => void this.lock('locked'));
    this.#needs.turned();
    return true;
  }

  /** The case process tells the page over its port and the shell over another: the page may be here first. */
  #whenOpened(): Promise<void> {
    if (this.#opened || this.#line === null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, openedWithinMs);
      this.#tellOpened = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Shows the unlock page and ends the desk's renderer and the case process. Without a checkpoint for `withinMs` 0. */
  lock(reason: Reason, withinMs = checkpointWithinMs): Promise<void> {
    if (this.#line === null || this.#needs.windows.get('desk') === null) return this.#ending ?? Promise.resolve();
    this.#tellDesk({ type: 'locking' });
    const ending = this.end(withinMs);
    this.showUnlock(reason);
    this.#needs.windows.get('desk')?.destroy();
    return ending;
  }

  /** Closes the case and everything that held it; the last thing before the app leaves, too. */
  end(withinMs = checkpointWithinMs): Promise<void> {
    this.#ending ??= this.#finish(withinMs).finally(() => {
      this.#ending = null;
    });
    return this.#ending;
  }

  /** Whether a case process is there that must end before the app may. */
  get busy(): boolean {
    return this.#line !== null || this.#ending !== null;
  }

  async #finish(withinMs: number): Promise<void> {
    this.#stopWatching();
    this.#quarantine?.end();
    this.#quarantine = null;
    const line = this.#line;
    this.#opened = false;
    this.#line = null;
    this.#remember = null;
    await Promise.all([line?.close(withinMs), forgetClipboard(), emptySession()]);
  }

  #tellDesk(event: CaseEvent | ShellEvent): void {
    const desk = this.#needs.windows.get('desk');
    if (desk !== null && !desk.isDestroyed()) desk.webContents.send(channels.deskEvent, event);
  }

  menuAction(action: string): void {
    this.#tellDesk({ type: 'menu', action });
  }

  #processEnded(line: CaseLine): void {
    if (this.#line !== line) return;
    if (this.#needs.windows.get('desk') !== null) return void this.lock('case-ended', 0);
    this.#line = null;
    this.#opened = false;
    this.#needs.windows.get('unlock')?.webContents.send(channels.caseEnded);
  }
}

function sizeOf(window: BrowserWindow): { readonly width: number; readonly height: number } {
  const { width, height } = window.getBounds();
  return { width, height };
}

async function emptySession(): Promise<void> {
  const session = sessionOf('desk');
  await Promise.all([session.clearStorageData(), session.clearCache(), session.closeAllConnections()]);
}
