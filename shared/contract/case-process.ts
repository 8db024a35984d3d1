import type { CaseEvent } from '../domain/case/change.ts';
import type { Reply } from '../kernel/reply.ts';
import type { CommandName, QueryName } from './contract.ts';
import type { ExamineDraft, ExamineJob } from './quarantine.ts';

/**
 * What passes between the shell and the case process. The port to the unlock page travels with `start` and is not read by
 * the shell. `call` numbers an open question; its answer bears the same number.
 */
export type ToCaseProcess =
  /** First message, with the MessagePort of the unlock page. `folder` is the path behind the ticket that the page showed, `anchors` where this computer remembers cases. */
  | { readonly to: 'start'; readonly folder: string; readonly tool: string; readonly anchors: string }
  | { readonly to: 'command'; readonly call: number; readonly name: CommandName; readonly input: unknown }
  | { readonly to: 'query'; readonly call: number; readonly name: QueryName; readonly input: unknown }
  /** Bytes for the viewer; at most {@link longestRead} in one answer. */
  | { readonly to: 'read'; readonly call: number; readonly evidenceId: string; readonly part: ViewerPart; readonly offset: number; readonly length: number }
  | { readonly to: 'examined'; readonly call: number; readonly reply: Reply<ExamineDraft> }
  /** Checkpoint, close the case, leave. */
  | { readonly to: 'close' };

export type FromCaseProcess =
  | { readonly from: 'ready' }
  | { readonly from: 'opened' }
  | { readonly from: 'answer'; readonly call: number; readonly reply: Reply<unknown> }
  | { readonly from: 'event'; readonly event: CaseEvent }
  | { readonly from: 'examine'; readonly call: number; readonly job: ExamineJob };

/** What the desk may show of an evidence item, as the last segment of `./evidence/<id>/<part>`. */
export const viewerParts = ['page', 'display', 'figure', 'original'] as const;
export type ViewerPart = (typeof viewerParts)[number];

/** Bytes of one part from `offset`; `total` is the length of the whole part, `mime` as recorded at intake. */
export type ViewerBytes = { readonly bytes: Uint8Array; readonly total: number; readonly mime: string };

/** Longest answer to one read: 4 MiB, which media elements accept as a short 206. */
export const longestRead = 4 * 1024 * 1024;
