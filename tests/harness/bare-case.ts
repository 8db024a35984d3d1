import { type Anchor, type AnchorPort, anchorName, decodeAnchor, noAnchors } from '#main/casefile/anchor.ts';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseFile } from '#main/casefile/create-case-file.ts';
import type { SlotSecret } from '#main/casefile/key-slots.ts';
import { readSegments } from '#main/casefile/opening.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { type DiskContent, type RecordingDisk, recordingDisk } from './recording-file-system.ts';
import { good } from './stored-case.ts';

/** Case files without a store on top: one edit. Without secrets, opened by the case key, no key is derived. */
export async function bareCase(secrets: readonly SlotSecret[] = []): Promise<{ readonly on: RecordingDisk; readonly caseKey: Buffer }> {
  const on = recordingDisk();
  const { caseKey } = good(await createCaseFile(on.fileSystem, secrets, leastKdfCost, 0, { said: 'first' }));
  return { on, caseKey };
}

const made = bareCase();
/** Opens the same case again and again, or what became of it. */
export async function openCases(content?: DiskContent, mode: 'read' | 'write' = 'write', anchors: AnchorPort = noAnchors) {
  const { on: first, caseKey } = await made;
  const start = content ?? first.content();
  const on = recordingDisk(start);
  const file = good(await openCaseFile(on.fileSystem, { kind: 'case-key', bytes: caseKey }, mode, anchors));
  return { on, file, start, caseKey };
}

/** The records of each segment: of an edit what it says. */
export function recordsOf(on: RecordingDisk, { keys }: CaseFile): readonly (readonly unknown[])[] {
  return readSegments(on.fileSystem, keys).map(({ frames }) => frames.map(({ record }) => (record.t === 'tx' ? record.body : record.t)));
}

/** A computer that remembers cases in memory. */
export function anchorsIn() {
  const held = new Map<string, Buffer>();
  const anchors = {
    writes: 0,
    port: {
      read: (name) => held.get(name) ?? null,
      write: (name, bytes) => {
        held.set(name, bytes);
        anchors.writes += 1;
      },
    } satisfies AnchorPort as AnchorPort,
    read: ({ keys }: CaseFile): Anchor | undefined => {
      const bytes = held.get(anchorName(keys));
      return (bytes && decodeAnchor(keys, bytes)) ?? undefined;
    },
  };
  return anchors;
}
