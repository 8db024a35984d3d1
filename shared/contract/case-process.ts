import type { Language } from '../kernel/languages.ts';
import type { Reply } from '../kernel/reply.ts';
import type { QuarantineFailure } from './quarantine.ts';

/**
 * What passes between the shell and the case process. The port to the unlock page travels with `start`, that to the desk with `desk`,
 * that to a page of the quarantine with `page`; the shell reads none of them. `call` numbers an open question; its answer bears the same number.
 */
export type ToCaseProcess =
  /** First message, with the MessagePort of the unlock page. `folder` is the path behind the ticket that the page showed, `anchors` where this computer remembers cases. */
  | { readonly to: 'start'; readonly folder: string; readonly language: Language; readonly tool: string; readonly anchors: string }
  /** With the MessagePort of the desk, over which all work on the open case comes. A later one takes the place of an earlier one. */
  | { readonly to: 'desk' }
  /** The path behind a ticket of {@link FromCaseProcess}; null when it was used already or never given. */
  | { readonly to: 'file'; readonly call: number; readonly path: string | null }
  /** Bytes for the viewer; at most {@link longestRead} in one answer. */
  | { readonly to: 'read'; readonly call: number; readonly evidenceId: string; readonly part: ViewerPart; readonly offset: number; readonly length: number }
  /** With the MessagePort of a page of the quarantine, for the one file of `need-page`. The page itself may come later, when its turn has. */
  | { readonly to: 'page'; readonly call: number }
  /** That page ended before it was done with: killed for its time, or by itself. */
  | { readonly to: 'page-over'; readonly call: number; readonly reason: QuarantineFailure }
  /** Checkpoint, close the case, leave. */
  | { readonly to: 'close' };

export type FromCaseProcess =
  | { readonly from: 'ready' }
  /** `forDesk`: the page that asked has nothing more to show, and the desk may take its place at once. */
  | { readonly from: 'opened'; readonly forDesk: boolean }
  | { readonly from: 'answer'; readonly call: number; readonly reply: Reply<unknown> }
  /** The desk named a file by a ticket: only the shell knows its path. */
  | { readonly from: 'ticket'; readonly call: number; readonly ticket: string }
  /** A file is to be examined: a page of the quarantine, for at most so long. Of the file nothing is told. */
  | { readonly from: 'need-page'; readonly call: number; readonly patienceMs: number }
  /** The page has answered and may be killed. */
  | { readonly from: 'page-done'; readonly call: number };

/** What the desk may show of an evidence item, as the last segment of `./evidence/<id>/<part>`. */
const viewerParts = ['page', 'display', 'figure', 'original'] as const;
/** `sheet/3` is the picture of the third page of a paged document. */
export type ViewerPart = (typeof viewerParts)[number] | `sheet/${number}`;

/** The part that the end of an address names; null when it names none. */
export function viewerPartOf(name: string | undefined): ViewerPart | null {
  if (name !== undefined && /^sheet\/[1-9]\d{0,4}$/.test(name)) return name as `sheet/${number}`;
  return viewerParts.find((part) => part === name) ?? null;
}

/** Bytes of one part from `offset`; `total` is the length of the whole part, `mime` as recorded at intake. */
export type ViewerBytes = { readonly bytes: Uint8Array; readonly total: number; readonly mime: string };

/** Longest answer to one read: 4 MiB, which media elements accept as a short 206. */
export const longestRead = 4 * 1024 * 1024;
