import { MessageChannelMain, type MessagePortMain, type UtilityProcess } from 'electron';
import type { CaseLine } from '../bridge/case-line.ts';
import type { QuarantinePages } from '../windows/quarantine-pages.ts';
import { type StartedCase, startCase } from './start-case-process.electron.ts';

/** How long a page waits for the shell to hear that its case is open. */
const openedWithinMs = 2_000;

export type RunningCaseNeeds = {
  /** One quarantine for each case, ended with it. */
  readonly quarantine: QuarantinePages<MessagePortMain>;
  /** The path behind a ticket, once. */
  readonly takeTicket: (ticket: string) => string | null;
  /** `forDesk`: nothing is to be shown before the desk. */
  readonly opened: (running: RunningCase, forDesk: boolean) => void;
  /** Its process ended without being asked to. */
  readonly ended: (running: RunningCase) => void;
};

/** One case folder with the process that works on it, from the choice of the folder to the lock. */
export class RunningCase {
  readonly folder: string;
  readonly line: CaseLine;
  readonly #quarantine: QuarantinePages<MessagePortMain>;
  #opened = false;
  #tellOpened: () => void = () => undefined;

  constructor(child: UtilityProcess, started: StartedCase, unlockPort: MessagePortMain, needs: RunningCaseNeeds) {
    this.folder = started.folder;
    this.#quarantine = needs.quarantine;
    this.line = startCase(child, started, unlockPort, {
      opened: (forDesk) => {
        this.#opened = true;
        this.#tellOpened();
        needs.opened(this, forDesk);
      },
      takeTicket: needs.takeTicket,
      lendPage: (need) => {
        const channel = new MessageChannelMain();
        return { port: channel.port1, over: needs.quarantine.lend(channel.port2, need) };
      },
      ended: () => needs.ended(this),
    });
  }

  get opened(): boolean {
    return this.#opened;
  }

  /** The case process tells the page over its port and the shell over another: the page may be here first. */
  whenOpened(): Promise<void> {
    if (this.#opened) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, openedWithinMs);
      this.#tellOpened = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** As {@link CaseLine.close}; its pages of the quarantine go at once. */
  close(withinMs: number): Promise<void> {
    this.#quarantine.end();
    return this.line.close(withinMs);
  }
}
