import { findObject } from '#shared/domain/case/find-object.ts';
import { recordCustody } from '#shared/domain/custody/record-custody.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import type { ReadableCase } from '../ports/open-case.ts';

const pieceLength = 1024 * 1024;

/** Writes the original bytes of one item outside the case and says so in the custody log. */
export const exportEvidence: CommandUse<'evidence/export'> = async (desk, { id, to, reason }) => {
  const item = findObject(desk.openCase.record(), 'evidence', id);
  if (!item.ok) return item;
  if (to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a file chosen in the dialog' });
  // An export that cannot be written to the custody log must not happen.
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  const original = readOriginal(desk.openCase, item.value);
  const written = await desk.files.export.writeFile(to.path, original.pieces()).catch((cause: unknown) => {
    if (original.problem()) return null;
    throw cause;
  });
  const problem = original.problem();
  if (problem || !written) return refused(problem ?? { kind: 'case-damaged', part: 'blob' });
  if (!written.ok) return written;
  if (written.value.sha256 !== item.value.sha256) return refused({ kind: 'case-damaged', part: 'blob' });
  const noted = await desk.openCase.commit((record) => recordCustody(record, 'export-evidence', 'exported', [id], reason ?? null), { undoable: false });
  return noted.ok ? done({ path: written.value.path, bytes: written.value.bytes, sha256: written.value.sha256 }) : noted;
};

/** The original in pieces. A damaged blob breaks the iteration off, so that the writer leaves nothing behind; `problem` then tells why. */
function readOriginal(
  openCase: ReadableCase,
  item: EvidenceItem,
): { readonly pieces: () => AsyncIterable<Uint8Array>; readonly problem: () => Problem | null } {
  let problem: Problem | null = null;
  return {
    problem: () => problem,
    pieces: async function* () {
      for (let offset = 0; offset < item.bytes; offset += pieceLength) {
        const piece = await openCase.readBlob(item.blob, offset, Math.min(pieceLength, item.bytes - offset));
        if (!piece.ok) {
          problem = piece.problem;
          throw new Error('the sealed original cannot be read');
        }
        yield piece.value;
      }
    },
  };
}
