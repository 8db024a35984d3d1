import { seal, unseal } from '#main/crypto/cobblestone.ts';
import { type KeyKind, keyKinds } from '#shared/contract/keys.ts';
import { sealContext } from './case-keys.ts';
import { type Header, slotCount, slotLineBytes, slotTablePlainBytes } from './header.ts';
import { slotKindNumbers } from './key-slots.ts';

/** What the header says of a slot in use. `madeAt` in milliseconds since 1970; `needed` and `of` are 0 unless it is opened by shares. */
export type SlotLine = {
  readonly kind: KeyKind;
  readonly slotId: Buffer;
  readonly madeAt: number;
  readonly label: string;
  readonly needed: number;
  readonly of: number;
  /** Of an escrow that lies in the case folder: SHA-256 of its file, so that one that was changed or taken away is noticed. */
  readonly fileDigest?: Buffer;
};
/** A line per slot, `null` where the slot is free. */
export type SlotTable = readonly (SlotLine | null)[];

const mostLabelBytes = 48;

/** Throws for a label that does not fit: whoever takes labels in has checked them (KeyLabelSchema). */
export function sealSlotTable(table: SlotTable, headerKey: Uint8Array, caseId: Buffer): Buffer {
  const plain = Buffer.alloc(slotTablePlainBytes);
  table.forEach((line, index) => {
    if (!line) return;
    const at = index * slotLineBytes;
    const label = Buffer.from(line.label, 'utf8');
    if (label.length > mostLabelBytes) throw new RangeError('slot table: a label is too long');
    plain.writeUInt8(slotKindNumbers[line.kind], at);
    plain.writeUInt8(line.needed, at + 1);
    plain.writeUInt8(line.of, at + 2);
    plain.writeUInt8(label.length, at + 3);
    line.slotId.copy(plain, at + 8);
    plain.writeBigUInt64LE(BigInt(line.madeAt), at + 24);
    label.copy(plain, at + 32);
    line.fileDigest?.copy(plain, at + 80);
  });
  const sealed = seal(headerKey, sealContext('slot-table', caseId), plain);
  plain.fill(0);
  return sealed;
}

/** Which slot is opened by what; `null` when the table does not open with this key, or says what this version does not know. */
export function openSlotTable(header: Header, headerKey: Uint8Array): SlotTable | null {
  const plain = unseal(headerKey, sealContext('slot-table', header.caseId), header.slotTable);
  if (!plain || plain.length !== slotTablePlainBytes) return null;
  const lines: (SlotLine | null)[] = [];
  for (let index = 0; index < slotCount; index += 1) {
    const line = plain.subarray(index * slotLineBytes, (index + 1) * slotLineBytes);
    const number = line.readUInt8(0);
    const kind = keyKinds.find((one) => slotKindNumbers[one] === number);
    const labelBytes = line.readUInt8(3);
    if ((number !== 0 && !kind) || labelBytes > mostLabelBytes) return null;
    lines.push(kind ? lineOf(kind, line, labelBytes) : null);
  }
  return lines;
}

function lineOf(kind: KeyKind, line: Buffer, labelBytes: number): SlotLine {
  const fileDigest = line.subarray(80, 112);
  return {
    kind,
    needed: line.readUInt8(1),
    of: line.readUInt8(2),
    slotId: line.subarray(8, 24),
    madeAt: Number(line.readBigUInt64LE(24)),
    label: line.toString('utf8', 32, 32 + labelBytes),
    ...(fileDigest.some((byte) => byte !== 0) ? { fileDigest } : {}),
  };
}
