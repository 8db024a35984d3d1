import { z } from 'zod';
import { parseNote } from '#main/crypto/signed-note.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import { InstantSchema, NameSchema } from '#shared/domain/fields.ts';

/**
 * What the case store keeps beside the record: the keys of analysts and the checkpoints they signed. It is sealed, replayed and
 * snapshotted like every object, but no part of {@link CaseRecord}: no query, dossier, search or event ever holds a seed.
 */
const base64 = (bytes: number) => z.string().refine((text) => isBase64(text, bytes), `${bytes} bytes in base64`);

/** An analyst's Ed25519 key: made from chance when they first sign, never derived. `keyName` is how it signs notes. */
export const SignerSchema = z
  .object({ name: NameSchema, keyName: z.string().min(1), seed: z.string().regex(/^[0-9a-f]{64}$/), madeAt: InstantSchema })
  .readonly();
export type Signer = z.infer<typeof SignerSchema>;

/**
 * A signed state of the custody log. `note` is the signed note; `signers` has the public key of each of its lines; `peaks` are the
 * roots of the complete subtrees from the left, with which the tree goes on without hashing what came before.
 */
export const KeptCheckpointSchema = z
  .object({
    size: z.int().min(1),
    at: InstantSchema,
    note: z.string().refine((note) => parseNote(note) !== null, 'a signed note'),
    signers: z
      .array(z.object({ name: z.string(), publicKey: base64(32), own: z.boolean(), at: InstantSchema }).readonly())
      .min(1)
      .readonly(),
    peaks: z.array(base64(32)).min(1).readonly(),
  })
  .readonly();
export type KeptCheckpoint = z.infer<typeof KeptCheckpointSchema>;

export const keptCollections = ['signers', 'checkpoints'] as const;
export type KeptCollection = (typeof keptCollections)[number];
export type KeptCustody = { readonly signers: { [name: string]: Signer }; readonly checkpoints: { [size: string]: KeptCheckpoint } };
export type KeptOp =
  | { readonly put: 'signers'; readonly id: string; readonly value: Signer }
  | { readonly put: 'checkpoints'; readonly id: string; readonly value: KeptCheckpoint };

export function nothingKept(): KeptCustody {
  return { signers: Object.create(null), checkpoints: Object.create(null) };
}

export function putSigner(value: Signer): KeptOp {
  return { put: 'signers', id: value.name, value };
}

export function putCheckpoint(value: KeptCheckpoint): KeptOp {
  return { put: 'checkpoints', id: custodyKey(value.size), value };
}

export function applyKept(kept: KeptCustody, op: KeptOp): void {
  if (op.put === 'signers') kept.signers[op.id] = op.value;
  else kept.checkpoints[op.id] = op.value;
}

/** Puts an object read from disk; `false` when it is not what its collection holds, or kept under a key that is not its own. */
export function readKept(kept: KeptCustody, collection: KeptCollection, key: string, value: unknown): boolean {
  const parsed = collection === 'signers' ? SignerSchema.safeParse(value) : KeptCheckpointSchema.safeParse(value);
  if (!parsed.success) return false;
  const op = 'seed' in parsed.data ? putSigner(parsed.data) : putCheckpoint(parsed.data);
  if (op.id !== key) return false;
  applyKept(kept, op);
  return true;
}

export function isKeptCollection(name: unknown): name is KeptCollection {
  return keptCollections.some((collection) => collection === name);
}

/** Lines of a snapshot, as those of the record. */
export function* keptLines(kept: KeptCustody): Iterable<string> {
  for (const collection of keptCollections) {
    const objects = kept[collection];
    for (const key of Object.keys(objects).sort()) yield JSON.stringify([collection, key, objects[key]]);
  }
}

function isBase64(text: string, bytes: number): boolean {
  const read = Buffer.from(text, 'base64');
  return read.length === bytes && read.toString('base64') === text;
}
