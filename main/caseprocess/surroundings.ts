import { uuidv7 } from 'uuidv7';
import type { createCase } from '#main/casestore/case-store.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { BugReport } from './dispatcher.ts';

/** What a case is opened into: the world outside it. */
export type Surroundings = {
  readonly facts: Facts;
  readonly quarantine: QuarantinePort;
  readonly reportBug: (bug: BugReport) => void;
  /** Folder in which this computer remembers how far it has seen each case; nothing is compared when absent. */
  readonly anchors?: string | undefined;
  /** Whether the search index is kept up to date while nothing else is to be done: where a case stays open for long. */
  readonly tendsIndex?: boolean;
  /** Cost of deriving a key for new cases; the product's own when absent. Tests take the least that is allowed. */
  readonly kdf?: Parameters<typeof createCase>[1]['kdf'];
};

/** Clock and identifiers of this machine. UUID version 7 (RFC 9562), so that ids sort by the time they were made. */
export function realFacts(tool: string): Facts {
  return { now: () => new Date().toISOString() as Instant, newId: () => uuidv7() as ObjectId, tool, elapsed: () => performance.now() };
}
