import type { ExamineJob, JobHeader } from '#shared/contract/quarantine.ts';

/** Fetches the bytes of a job from the page's own origin and cuts them into the file and its companions. */
export async function readJob(header: JobHeader): Promise<ExamineJob> {
  const { length, companions, pieceBytes, ...rest } = header;
  const total = companions.reduce((sum, companion) => sum + companion.length, length);
  const all = await fetchAll(total, pieceBytes);
  let at = length;
  const cut = companions.map(({ path, length: size }) => {
    at += size;
    return { path, bytes: all.subarray(at - size, at) };
  });
  return { ...rest, bytes: all.subarray(0, length), companions: cut };
}

async function fetchAll(total: number, pieceBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(total);
  for (let from = 0; from < total; from += pieceBytes) {
    const answer = await fetch(`./job/bytes?from=${from}`);
    const piece = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok || piece.length !== Math.min(pieceBytes, total - from)) throw new Error('quarantine: a piece of the job is missing');
    all.set(piece, from);
  }
  return all;
}
