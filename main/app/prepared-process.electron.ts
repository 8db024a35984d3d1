import type { UtilityProcess } from 'electron';
import { forkCaseProcess, killAtOnce } from './start-case-process.electron.ts';

/**
 * A case process that waits for its case, started while a key is typed: loading its code takes longer than reading a case. It has been told
 * nothing and holds nothing, and is ended when no case is opened after all.
 */
export class PreparedProcess {
  #waiting: UtilityProcess | null = null;

  /** Starts it unless it is there. */
  prepare(): void {
    if (this.#waiting !== null) return;
    const child = forkCaseProcess();
    child.once('exit', () => {
      if (this.#waiting === child) this.#waiting = null;
    });
    this.#waiting = child;
  }

  /** The process that waited, or a new one; it is the caller's from now on. */
  take(): UtilityProcess {
    const child = this.#waiting ?? forkCaseProcess();
    this.#waiting = null;
    return child;
  }

  discard(): void {
    const child = this.#waiting;
    this.#waiting = null;
    if (child !== null) killAtOnce(child);
  }
}
