import { dossierFormats } from '#main/dossier/formats/list.ts';
import { type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import { caseWithSecrets } from './case-with-secrets.ts';
import { exportInMemory } from './export-in-memory.ts';
import { findCanaries, type Hit } from './find-leaks.ts';

/** What was found in one export: what its profile must not tell, and everything that it does tell. */
export type Hunt = {
  readonly seed: number;
  readonly profile: DossierProfile;
  readonly files: number;
  readonly leaks: readonly Hit[];
  readonly told: readonly Hit[];
};

/** All formats. */
export const everyFormat = dossierFormats.map(({ id }) => id);
/** All but the PDF, which is slow to set. */
export const quickFormats = everyFormat.filter((id) => id !== 'pdf');

/** Makes the case of a seed, exports it under a profile, and looks into every byte. */
export async function huntLeaks(seed: number, profile: DossierProfile, formats: readonly string[]): Promise<Hunt> {
  const made = caseWithSecrets(seed);
  const exported = await exportInMemory(made, profile, formats);
  const files = new Map([...exported].filter(([path, bytes]) => !isCopyInBag(exported, path, bytes)));
  const hits = findCanaries(files, made.maker);
  const leaks = hits.filter(({ allowed }) => !allowed.includes(profile));
  return { seed, profile, files: files.size, leaks, told: hits.filter((hit) => !leaks.includes(hit)) };
}

/** The profile of a seed: each in its turn, the public one as often as the others together. */
export function profileOf(seed: number): DossierProfile {
  return seed % 2 === 0 ? 'public' : (dossierProfiles[(seed >> 1) % dossierProfiles.length] ?? 'public');
}

/** A leak in one line, for whoever has to find its cause. */
export function leakInWords({ seed, profile }: Hunt, { field, file, layer, around }: Hit): string {
  return `seed ${seed}, ${profile}: ${field} in ${file} (${layer}): …${around.replace(/\s+/g, ' ')}…`;
}

/** A bag holds the other files once more, byte for byte: to look into them once is enough. */
function isCopyInBag(files: ReadonlyMap<string, Buffer>, path: string, bytes: Buffer): boolean {
  return path.startsWith('bag/data/') && files.get(path.slice('bag/data/'.length))?.equals(bytes) === true;
}
