import { pageOf } from '#shared/contract/page-origins.ts';
import type { ExamineJob, JobHeader } from '#shared/contract/quarantine.ts';
import { securityHeaders } from '../protocols/security-headers.ts';

/** One message of 64 MiB chokes the way into a page; eight of these do not. */
export const jobPieceBytes = 8 * 1024 * 1024;

/** The job without its bytes, as the page takes it. */
export function headerOf({ bytes, companions, ...rest }: ExamineJob): JobHeader {
  return { ...rest, length: bytes.length, companions: companions.map((one) => ({ path: one.path, length: one.bytes.length })), pieceBytes: jobPieceBytes };
}

/** Answers `GET /job/bytes?from=<offset>` with one piece of the file and its companions, joined; null for any other request. */
export function serveJob(request: Request, job: ExamineJob): Response | null {
  const url = new URL(request.url);
  if (pageOf(request.url) !== 'quarantine' || url.pathname !== '/job/bytes' || request.method !== 'GET') return null;
  const from = Number(url.searchParams.get('from') ?? Number.NaN);
  const headers = { ...securityHeaders({ page: 'quarantine' }), 'Content-Type': 'application/octet-stream' };
  if (!Number.isSafeInteger(from) || from < 0) return new Response(null, { status: 400, headers });
  return new Response(pieceOf(job, from), { headers });
}

function pieceOf(job: ExamineJob, from: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let before = 0;
  for (const bytes of [job.bytes, ...job.companions.map((companion) => companion.bytes)]) {
    parts.push(bytes.subarray(Math.max(0, from - before), Math.max(0, from + jobPieceBytes - before)));
    before += bytes.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}
