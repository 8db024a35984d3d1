import { longestRead, type ViewerBytes, type ViewerPart } from '#shared/contract/case-process.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { byteRange } from './byte-range.ts';
import type { EvidencePart } from './evidence-address.ts';
import { securityHeaders } from './security-headers.ts';

/** Reads bytes of one part from the open case, at most {@link longestRead} at a time. */
export type ReadForViewer = (evidenceId: string, part: ViewerPart, offset: number, length: number) => Promise<Reply<ViewerBytes>>;

/** Types a viewer may show. Everything else goes out as unnamed bytes, so that no evidence becomes a document or a script. */
const shownTypes = /^(image\/(png|jpeg|webp|gif|avif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

/** Types whose original bytes have an address at all: sound and video cannot be re-encoded here. Everything else is shown as the quarantine made it. */
const shownAsOriginal = /^(audio|video)\/[\w.+-]+$/;

/** Answers a request of the desk for a part of an evidence item, decrypted piece by piece and never written anywhere. */
export async function serveEvidence(request: Request, { evidenceId, part }: EvidencePart, read: ReadForViewer): Promise<Response> {
  const headers = securityHeaders({ evidence: part === 'page' ? 'saved-page' : 'bytes' });
  const first = await read(evidenceId, part, 0, 0);
  if (!first.ok) return new Response(null, { status: 404, headers });
  const { total, mime } = first.value;
  if (part === 'original' && !shownAsOriginal.test(mime)) return new Response(null, { status: 403, headers });
  const range = byteRange(request.headers.get('range'), total, longestRead);
  if (range === null) return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${total}` } });
  const described = {
    ...headers,
    'Content-Type': contentTypeOf(part, mime),
    'Content-Length': String(range.length),
    'Accept-Ranges': 'bytes',
    ...(range.asked ? { 'Content-Range': `bytes ${range.offset}-${range.offset + range.length - 1}/${total}` } : {}),
  };
  const body = range.length === 0 ? null : piecesOf(range.offset, range.length, (offset, length) => read(evidenceId, part, offset, length));
  return new Response(body, { status: range.asked ? 206 : 200, headers: described });
}

function contentTypeOf(part: ViewerPart, mime: string): string {
  if (part === 'page') return 'text/html; charset=utf-8';
  return shownTypes.test(mime) ? mime : 'application/octet-stream';
}

function piecesOf(from: number, length: number, read: (offset: number, length: number) => Promise<Reply<ViewerBytes>>): ReadableStream<Uint8Array> {
  let at = from;
  const end = from + length;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const piece = await read(at, Math.min(longestRead, end - at));
      // A damaged piece ends the response short of its length, which the page sees as a failed load.
      if (!piece.ok || piece.value.bytes.length === 0) return controller.error(new Error('evidence: the piece cannot be read'));
      at += piece.value.bytes.length;
      controller.enqueue(piece.value.bytes);
      if (at >= end) controller.close();
    },
  });
}
