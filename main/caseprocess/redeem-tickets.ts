import { done, type Reply, refused } from '#shared/kernel/reply.ts';

type FileField = 'files' | 'file' | 'to' | 'from';

/** Messages that name files, and the field that does. Nothing else that a page sends can hold a path. */
const fieldsWithFiles: Readonly<Record<string, FileField | readonly FileField[]>> = {
  'evidence/take-in': 'files',
  'evidence/derive': 'file',
  'evidence/export': 'to',
  'dossiers/export': 'to',
  'dossiers/hand-over': ['from', 'to'],
  'boards/export': 'to',
  'case/backup': 'to',
  'custody/export': 'to',
};

/** The path behind a ticket, once; null for one that was used or never given. The shell answers it. */
export type TakeTicket = (ticket: string) => Promise<string | null>;

/**
 * Puts the paths behind tickets in their place. A page that sends a path itself is refused, and so is a ticket that was used or
 * never given. The input is not trusted to have any form: what is no ticket passes on to the schema of the message.
 */
export async function redeemTickets(name: string, input: unknown, take: TakeTicket): Promise<Reply<unknown>> {
  const fields = Object.hasOwn(fieldsWithFiles, name) ? fieldsWithFiles[name] : undefined;
  if (fields === undefined || !isRecord(input)) return done(input);
  let redeemed: Reply<unknown> = done(input);
  for (const field of [fields].flat()) {
    if (!redeemed.ok || !isRecord(redeemed.value)) return redeemed;
    redeemed = await redeemField(redeemed.value, field, take);
  }
  return redeemed;
}

async function redeemField(input: Readonly<Record<string, unknown>>, field: FileField, take: TakeTicket): Promise<Reply<unknown>> {
  const found = input[field];
  if (!Array.isArray(found)) {
    const place = await redeem(found, field, take);
    return place.ok ? done({ ...input, [field]: place.value }) : place;
  }
  const places: unknown[] = [];
  for (const one of found) {
    const place = await redeem(one, field, take);
    if (!place.ok) return place;
    places.push(place.value);
  }
  return done({ ...input, [field]: places });
}

async function redeem(place: unknown, where: string, take: TakeTicket): Promise<Reply<unknown>> {
  if (!isRecord(place)) return done(place);
  if (place['from'] === 'path' || 'path' in place) return refused({ kind: 'invalid-input', where, reason: 'a file chosen in a dialog, not a path' });
  if (place['from'] !== 'ticket') return done(place);
  const path = typeof place['ticket'] === 'string' ? await take(place['ticket']) : null;
  return path === null ? refused({ kind: 'invalid-input', where, reason: 'a file chosen in a dialog just now' }) : done({ from: 'path', path });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
