import type { ExamineJob, QuarantineBridge } from '#shared/contract/quarantine.ts';

/** Takes the job of this page, asks for its bytes piece by piece and cuts them into the file and its companions. */
export async function readJob({ take, piece }: Pick<QuarantineBridge, 'take' | 'piece'>): Promise<ExamineJob> {
  const { length, companions, pieceBytes, ...rest } = await take();
  const total = companions.reduce((sum, companion) => sum + companion.length, length);
  const all = await readAll(total, pieceBytes, piece);
  let at = length;
  const cut = companions.map(({ path, length: size }) => {
    at += size;
    return { path, bytes: all.subarray(at - size, at) };
  });
  return { ...rest, bytes: all.subarray(0, length), companions: cut };
}

async function readAll(total: number, pieceBytes: number, piece: QuarantineBridge['piece']): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(total);
  for (let from = 0; from < total; from += pieceBytes) {
    const bytes = await piece(from);
    if (bytes.length !== Math.min(pieceBytes, total - from)) throw new Error('quarantine: a piece of the job is missing');
    all.set(bytes, from);
  }
  return all;
}
