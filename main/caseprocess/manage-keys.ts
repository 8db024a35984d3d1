import type { CaseSecret } from '#main/casestore/case-secret.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { type KeySlot, type KeysAnswer, type KeysReply, type KeysRequest, KeysRequestSchema, type OfferedSecret } from '#shared/contract/keys.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { complaintOf } from './dispatcher.ts';

type Keys = OpenCase['keys'];
/** What a request brings to light, beside the keys as they are then. */
type Found = Partial<Omit<KeysAnswer, 'listing'>>;

/**
 * Answers one request of the keys page. Whoever changes keys proves anew that they may: a desk that was left open must not be
 * enough to add a key. Wipes the secrets the request brought. Refuses `invalid-input` for anything that is no {@link KeysRequest}.
 */
export async function manageKeys(keys: Keys, message: unknown): Promise<KeysReply> {
  const request = KeysRequestSchema.safeParse(message);
  if (!request.success) return refused(complaintOf(request.error));
  try {
    const found = await perform(keys, request.data);
    if (!found.ok) return found;
    const listing = await keys.list();
    if (!listing.ok) return listing;
    return done({ listing: listing.value, recoveryWords: null, shares: null, escrowFile: null, checkedShare: null, ...found.value });
  } finally {
    wipe(request.data);
  }
}

async function perform(keys: Keys, request: KeysRequest): Promise<Reply<Found>> {
  switch (request.ask) {
    case 'keys-list':
      return done({});
    case 'keys-check-share':
      return as(await keys.checkShare(request.share), (checkedShare) => ({ checkedShare }));
    case 'change-passphrase':
      return as(await keys.changePassphrase(secretOf(request.old), request.passphrase), () => ({}));
    default: {
      const proven = await keys.prove(secretOf(request.proof));
      return proven.ok ? change(keys, request, proven.value) : proven;
    }
  }
}

type Change = Exclude<KeysRequest, { readonly ask: 'keys-list' | 'keys-check-share' | 'change-passphrase' }>;

async function change(keys: Keys, request: Change, proven: KeySlot): Promise<Reply<Found>> {
  switch (request.ask) {
    case 'keys-add-passphrase':
      return as(await keys.addPassphrase(request.passphrase, request.label), () => ({}));
    case 'keys-add-key-file':
      return as(await keys.addPassphrase(request.passphrase, request.label, request.keyFile), () => ({}));
    case 'keys-add-recovery':
      return as(await keys.addRecovery(request.label), ({ words }) => ({ recoveryWords: words }));
    case 'keys-split':
      return as(await keys.split(request.needed, request.of, request.label), ({ shares }) => ({ shares }));
    case 'keys-escrow':
      return as(await keys.escrow(request.recipients, request.label), ({ file }) => ({ escrowFile: file }));
    case 'keys-remove':
      return as(await keys.remove(request.id), () => ({}));
    case 'travel-lock':
      return as(await keys.travelLock(proven, request.keepRecovery, request.unprovenReason), () => ({}));
  }
}

function as<T>(reply: Reply<T>, found: (value: T) => Found): Reply<Found> {
  return reply.ok ? done(found(reply.value)) : reply;
}

/** What a person offered as the store takes it. */
export function secretOf(offered: OfferedSecret): CaseSecret {
  switch (offered.by) {
    case 'passphrase':
      return { passphrase: offered.passphrase, keyFile: offered.keyFile };
    case 'words':
      return { recoveryWords: offered.words };
    case 'shares':
      return { shares: offered.shares };
  }
}

function wipe(request: KeysRequest): void {
  const offered = 'proof' in request ? request.proof : 'old' in request ? request.old : null;
  if (offered?.by === 'passphrase') for (const bytes of [offered.passphrase, offered.keyFile]) bytes?.fill(0);
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('keyFile' in request) request.keyFile.fill(0);
}
