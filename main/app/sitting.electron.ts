import { rm } from 'node:fs/promises';
import { type BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron';
import type { ShellEvent } from '#shared/contract/contract.ts';
import type { SettingsChange } from '#shared/contract/settings.ts';
import { refused } from '#shared/kernel/reply.ts';
import type { CaseLine } from '../bridge/case-line.ts';
import { channels } from '../bridge/channels.ts';
import type { ReadForViewer } from '../protocols/serve-evidence.ts';
import type { NamedView } from '../windows/menu-plan.ts';
import { isPanicKey } from '../windows/panic-key.ts';
import type { QuarantinePages } from '../windows/quarantine-pages.ts';
import { sessionOf } from '../windows/secure-window.electron.ts';
import { changeSettings } from './change-settings.electron.ts';
import { forgetClipboard } from './copy-text.electron.ts';
import type { OpenWindows } from './open-windows.electron.ts';
import { places } from './places.electron.ts';
import { PreparedDesk } from './prepared-desk.electron.ts';
import { PreparedProcess } from './prepared-process.electron.ts';
import { RunningCase } from './running-case.electron.ts';
import type { SettingsBook } from './settings-book.ts';
import { spokenLanguage } from './spoken-language.electron.ts';
import { watchPresence } from './watch-presence.electron.ts';

/** Why the unlock page is shown; the fragment of its address. */
export type UnlockReason = 'start' | 'locked' | 'case-ended' | 'desk-ended' | 'keys' | 'branch';

/** How long a lock waits for the checkpoint of the case before it kills the process. Edits are on disk without it. */
const checkpointWithinMs = 5_000;

export type SittingNeeds = {
  readonly windows: OpenWindows;
  readonly settings: SettingsBook;
  /** The path behind a ticket, once. */
  readonly takeTicket: (ticket: string) => string | null;
  /** Tickets that were not used lapse with the lock. */
  readonly forgetTickets: () => void;
  /** One quarantine for each open case, ended with it. */
  readonly newQuarantine: () => QuarantinePages<MessagePortMain>;
  /** Called when the menu must be that of another page. */
  readonly turned: () => void;
};

/**
 * One sitting at the desk: from the unlock page through the open case to the lock. Locking ends processes, because wiping inside a
 * living one was measured to leave passphrase and documents behind (tests/e2e/lock.spec.ts).
 */
export class Sitting {
  readonly #needs: SittingNeeds;
  readonly #preparedDesk: PreparedDesk;
  readonly #preparedProcess = new PreparedProcess();
  #case: RunningCase | null = null;
  #remember: string | null = null;
  /** The folder that was locked so that its keys be managed or a branch be looked into. */
  #left: { readonly folder: string; readonly branch?: string } | null = null;
  #ending: Promise<void> | null = null;
  #firstLook = false;
  #views: readonly NamedView[] = [];
  #stopWatching: () => void = () => undefined;

  constructor(needs: SittingNeeds) {
    this.#needs = needs;
    this.#preparedDesk = new PreparedDesk(needs.windows, needs.settings);
  }

  /** The line to the open case, or null while locked. */
  get line(): CaseLine | null {
    return this.#case?.opened ? this.#case.line : null;
  }

  /** Bytes of evidence for the desk's protocol. */
  readonly read: ReadForViewer = async (evidenceId, part, offset, length) =>
    this.line?.read(evidenceId, part, offset, length) ?? refused({ kind: 'case-locked' });

  showUnlock(reason: UnlockReason): void {
    const engine = process.env['CORROBORATE_DEMONSTRATION_ENGINE'] ? ['--corroborate-demonstration-engine'] : [];
    const { theme, language } = this.#needs.settings.now;
    const spoken = spokenLanguage(this.#needs.settings.now);
    const facts = [...engine, `--corroborate-theme=${theme}`, `--corroborate-language=${language}`, `--corroborate-spoken=${spoken}`];
    const size = { width: 1040, height: 760, minWidth: 720, minHeight: 560 };
    this.#needs.windows.open({ page: 'unlock', preload: places.unlockPreload, facts, fragment: reason, ...size });
    this.#needs.turned();
  }

  /** Starts a case process for the demonstration. Whatever an earlier look left in `folder` goes first. */
  async startDemonstration(folder: string): Promise<void> {
    await this.#ending;
    await this.#case?.close(0);
    await rm(folder, { recursive: true, force: true });
    await this.startCase(folder, false);
    this.#firstLook = true;
    this.#preparedDesk.prepare('first look');
  }

  /** A key is about to be given: the desk and the case process are made ready while it is typed. */
  readyDesk(): void {
    if (this.line !== null) return;
    this.#preparedDesk.prepare('any case');
    this.#preparedProcess.prepare();
  }

  /** Whether the desk shows the demonstration to somebody who has just asked for it; answers true once. */
  takeFirstLook(): boolean {
    const first = this.#firstLook;
    this.#firstLook = false;
    return first;
  }

  /** Starts a case process for `folder` and gives the unlock page the port to it. */
  async startCase(folder: string, remember: boolean): Promise<void> {
    this.#firstLook = false;
    await this.#ending;
    await this.#case?.close(0);
    const unlock = this.#needs.windows.get('unlock');
    if (unlock === null || this.line !== null) return;
    const { port1, port2 } = new MessageChannelMain();
    const { newQuarantine, takeTicket, settings } = this.#needs;
    this.#case = new RunningCase(this.#preparedProcess.take(), { folder, language: spokenLanguage(settings.now) }, port1, {
      quarantine: newQuarantine(),
      takeTicket,
      opened: (running, forDesk) => running === this.#case && this.#opened(forDesk),
      ended: (running) => this.#processEnded(running),
    });
    this.#remember = remember ? folder : null;
    unlock.webContents.postMessage(channels.casePort, null, [port2]);
    this.#preparedDesk.prepare('any case');
  }

  /** Replaces the unlock page by the desk. False when nothing has been opened. */
  async enter(): Promise<boolean> {
    await this.#case?.whenOpened();
    if (this.line === null || this.#needs.windows.get('desk') !== null) return false;
    if (this.#remember !== null) this.#needs.settings.rememberCase(this.#remember);
    const { window: desk, asks } = this.#preparedDesk.enter();
    desk.on('close', () => this.#needs.settings.change({ window: sizeOf(desk) }));
    desk.webContents.on('render-process-gone', () => void this.lock('desk-ended'));
    // Before the page, which may hang or hold the key for itself.
    desk.webContents.on('before-input-event', (_event, input) => {
      if (isPanicKey(input, this.#needs.settings.now.panicKey, process.platform === 'darwin')) void this.lock('locked', 0);
    });
    const unlock = this.#needs.windows.get('unlock');
    setImmediate(() => unlock?.destroy()); // after the page has its answer
    if (asks) this.joinDesk();
    this.#needs.turned();
    return true;
  }

  #opened(forDesk: boolean): void {
    this.#watch();
    if (forDesk) void this.enter();
  }

  /** From the moment a case is open, on whichever page: recovery words may be on the screen, or keys. */
  #watch(): void {
    const patience = () => {
      const { lockAfterMinutes, lockWithScreen } = this.#needs.settings.now;
      return { limitSeconds: lockAfterMinutes * 60, lockWithScreen };
    };
    this.#stopWatching();
    this.#stopWatching = watchPresence(patience, () => void this.lock('locked'));
  }

  /** Gives the desk and the case process the ends of a channel; asked by the desk's own page as soon as it is there, which may be before anybody entered. */
  joinDesk(): void {
    const desk = this.#needs.windows.get('desk');
    if (desk === null) this.#preparedDesk.asksForPort();
    if (desk === null || this.line === null) return;
    const { port1, port2 } = new MessageChannelMain();
    this.line.joinDesk(port1);
    desk.webContents.postMessage(channels.deskPort, null, [port2]);
  }

  /**
   * Shows the unlock page anew and ends the case process and the renderer of the page that had the case: the desk's, or that of the
   * unlock page while it shows words or keys. Without a checkpoint for `withinMs` 0.
   */
  lock(reason: UnlockReason, withinMs = checkpointWithinMs): Promise<void> {
    const { windows } = this.#needs;
    const held = windows.get('desk') ?? (this.line === null ? null : windows.get('unlock'));
    if (this.#case === null || held === null) return this.#ending ?? Promise.resolve();
    this.#tellDesk({ type: 'locking' });
    const ending = this.end(withinMs);
    // Without another window the app leaves, as soon as the case process has.
    if (!this.#needs.settings.now.endWithLock || reason === 'keys' || reason === 'branch') this.showUnlock(reason);
    held.destroy();
    return ending;
  }

  /** Leaves the desk for the keys of its case: a lock, after which the unlock page asks for the same case. */
  async manageKeys(): Promise<void> {
    this.#left = this.#case === null ? null : { folder: this.#case.folder };
    await this.lock('keys');
  }

  /** Leaves the desk for another line of edits of its case: a lock, after which the unlock page asks for that. */
  async lookIntoBranch(branch: string): Promise<void> {
    this.#left = this.#case === null ? null : { folder: this.#case.folder, branch };
    await this.lock('branch');
  }

  /** The folder that the desk was left for, once. */
  takeCaseLeft(): { readonly folder: string; readonly branch?: string } | null {
    const left = this.#left;
    this.#left = null;
    return left;
  }

  changeSettings(change: SettingsChange): void {
    const { settings, windows, turned } = this.#needs;
    const speaksAnew = changeSettings(settings, windows, change);
    turned(); // the menu shows the panic key and speaks
    if (speaksAnew) this.#preparedDesk.composeAnew();
  }

  /** What the menu offers to go to. */
  get views(): readonly NamedView[] {
    return this.#views;
  }

  nameViews(views: readonly NamedView[]): void {
    this.#views = views;
    this.#needs.turned();
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
    return this.#case !== null || this.#ending !== null;
  }

  async #finish(withinMs: number): Promise<void> {
    this.#stopWatching();
    this.#needs.forgetTickets();
    this.#preparedDesk.discard();
    this.#preparedProcess.discard();
    const running = this.#case;
    this.#case = null;
    this.#remember = null;
    await Promise.all([running?.close(withinMs), forgetClipboard(), emptySession()]);
  }

  #tellDesk(event: ShellEvent): void {
    const desk = this.#needs.windows.get('desk');
    if (desk !== null && !desk.isDestroyed()) desk.webContents.send(channels.deskEvent, event);
  }

  menuAction(action: string): void {
    this.#tellDesk({ type: 'menu', action });
  }

  #processEnded(running: RunningCase): void {
    if (this.#case !== running) return;
    if (running.opened) return void this.lock('case-ended', 0);
    void running.close(0); // its pages of the quarantine
    this.#case = null;
    this.#preparedDesk.discard();
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
