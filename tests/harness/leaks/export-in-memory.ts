import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { dossierFormats } from '#main/dossier/formats/list.ts';
import { packageFiles } from '#main/dossier/package-files.ts';
import type { WrittenFiles } from '#main/dossier/written-files.ts';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { provableCustody } from '#shared/dossier/provable-custody.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { quietly, sampleSigner } from '#tests/fixtures/dossier/sample-dossier.ts';
import type { CaseWithSecrets } from './case-with-secrets.ts';

/** Every file of a dossier in these formats, by its path, as it would be written. */
export async function exportInMemory(
  { record, plan, blobs }: CaseWithSecrets,
  profile: DossierProfile,
  formats: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const composed = composeDossier(record, plan, profile);
  const dossier = applyRedactions(composed);
  const readBlob = async (blob: string, offset: number, length: number) => {
    const bytes = blobs.get(blob);
    return bytes ? done(bytes.subarray(offset, offset + length)) : refused({ kind: 'case-damaged' as const, part: 'blob' as const });
  };
  const entries = provableCustody(record, composed, dossier).map((seq) => ({ seq, line: canonicalJson(record.custody[custodyKey(seq)] ?? {}), proof: [] }));
  const checkpoint = { size: 9, root: '', origin: 'case', note: 'case\n9\nroot\n\n— case key\n', words: [], signatures: [], at: '' };
  const files = new Map<string, Buffer>();
  const written: WrittenFiles = {
    list: () => [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) })),
    open: async function* (path) {
      yield files.get(path) ?? Buffer.alloc(0);
    },
  };
  const asked = dossierFormats.filter(({ id }) => formats.includes(id));
  const proof = { checkpoint, entries } as unknown as Parameters<typeof packageFiles>[4];
  for await (const file of packageFiles(dossier, { readBlob, ...sampleSigner }, asked, quietly, proof, written)) {
    if (!file.ok) throw new Error(`${file.problem.kind} in ${profile}`);
    const pieces: Uint8Array[] = [];
    for await (const piece of file.value.pieces) pieces.push(piece);
    files.set(file.value.path, Buffer.concat(pieces));
  }
  return files;
}
