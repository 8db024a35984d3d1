import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type FileSystem, readWhole } from './file-system.ts';
import { decodeHeader, type Header, headerBytes, isHeaderGenuine } from './header.ts';
import { headerNames } from './header-copies.ts';
import { keyOfSecret, openSlots } from './key-slots.ts';
import { type HeaderProof, wrongSecret } from './unlocking.ts';
import { isDiskError } from './write-problem.ts';

export type SalvagedHeader = { readonly caseKey: Buffer; readonly header: Header; readonly bytes: Buffer };

/**
 * The newest header that the secret opens: of the two copies, of what can be put together from their halves, or one kept elsewhere
 * (`given`). Without any, nothing in the folder can be read by anybody: refused `case-damaged` (header), or as unlocking refuses.
 */
export async function salvageHeader(files: FileSystem, proof: HeaderProof, given: Buffer | null): Promise<Reply<SalvagedHeader>> {
  const copies = headerNames.flatMap((name) => bytesOf(files, name));
  const whole = [...copies, ...(given ? [given] : [])].flatMap((bytes) => wholeHeader(bytes));
  const joined = whole.length === 0 && copies[0] && copies[1] ? joinHalves(copies[0], copies[1]) : null;
  const candidates = [...whole, ...(joined ? [joined] : [])].toSorted((a, b) => b.header.generation - a.header.generation);
  let problem: Problem = { kind: 'case-damaged', part: 'header' };
  for (const { header, bytes } of candidates) {
    const opened = proof.kind === 'case-key' ? { caseKey: proof.bytes } : openSlots(header, await keyOfSecret(header, proof));
    if (opened && isHeaderGenuine(bytes, opened.caseKey)) return done({ caseKey: opened.caseKey, header, bytes });
    if (!opened) problem = wrongSecret(proof.kind);
  }
  return refused(problem);
}

function wholeHeader(bytes: Buffer): readonly { readonly header: Header; readonly bytes: Buffer }[] {
  const decoded = decodeHeader(bytes);
  return decoded.state === 'whole' ? [{ header: decoded.header, bytes: decoded.bytes }] : [];
}

/** Two copies damaged in different places: every choice between their differing sectors is tried until the digest fits. */
const sectorBytes = 512;
const mostChoices = 14;

function joinHalves(a: Buffer, b: Buffer): { readonly header: Header; readonly bytes: Buffer } | null {
  const [left, right] = [fullLength(a), fullLength(b)];
  const differing: number[] = [];
  for (let at = 0; at < headerBytes; at += sectorBytes) if (left.compare(right, at, at + sectorBytes, at, at + sectorBytes) !== 0) differing.push(at);
  if (differing.length > mostChoices) return null;
  for (let choice = 0; choice < 2 ** differing.length; choice += 1) {
    const tried = Buffer.from(left);
    for (const [bit, at] of differing.entries()) if (choice & (1 << bit)) right.copy(tried, at, at, at + sectorBytes);
    const whole = wholeHeader(tried)[0];
    if (whole) return whole;
  }
  return null;
}

function fullLength(bytes: Buffer): Buffer {
  const out = Buffer.alloc(headerBytes);
  bytes.copy(out);
  return out;
}

function bytesOf(files: FileSystem, name: string): readonly Buffer[] {
  try {
    return [readWhole(files, name)];
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return [];
  }
}
