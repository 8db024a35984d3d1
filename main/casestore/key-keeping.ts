import type { CaseFile } from '#main/casefile/case-file.ts';
import { checkEscrows, escrowPath, removeEscrow, writeEscrow } from '#main/casefile/escrow-file.ts';
import { addsKey, type DecideKeys, isTyped, type NewKey, removesKeys, replacesSecret, setsPassphrase } from '#main/casefile/key-changes.ts';
import { readShare, splitIntoShares, wordsOfShare } from '#main/casefile/share.ts';
import type { SlotLine } from '#main/casefile/slot-table.ts';
import { sealToRecipients } from '#main/crypto/age.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { recoveryWords } from '#main/crypto/recovery-code.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { WritableCase } from '#main/usecases/ports/open-case.ts';
import { entrustedKeyKinds, type KeyListing, type KeySlot, localKeyKinds, type ShareFacts } from '#shared/contract/keys.ts';
import { leastSharesNeeded, mostShares } from '#shared/contract/share-limits.ts';
import type { OtherPassphrases } from '#shared/contract/unlock.ts';
import { type CaseAct, recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { isPassphraseLongEnough, shortestPassphrase } from '#shared/kernel/passphrase-rule.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { escrowText, keyKindTerms, shareText } from '#shared/wording/english/key-terms.ts';
import { type CaseSecret, passphraseSecret, slotSecret } from './case-secret.ts';

/**
 * The keys of an open case. Everything here takes for granted that who asks may: whoever lets people in proves them first
 * ({@link KeyKeeping.prove}). Each change is one new header, whole at every moment, and an entry in the custody log.
 * Common refusals: `read-only`, `write-failed`, `case-damaged`, `case-locked`, and the rules `no-free-key`, `key-exists`.
 */
export type KeyKeeping = {
  readonly list: () => Promise<Reply<KeyListing>>;
  /** The key that a secret is. Refuses as opening does. */
  readonly prove: (secret: CaseSecret) => Promise<Reply<KeySlot>>;
  /** `keyFile` is the whole content of the file. */
  readonly addPassphrase: (passphrase: Uint8Array, label: string, keyFile?: Uint8Array) => Promise<Reply<KeySlot>>;
  /** The words are shown once and kept nowhere. */
  readonly addRecovery: (label: string) => Promise<Reply<{ readonly slot: KeySlot; readonly words: readonly string[] }>>;
  /** A text for each holder, shown once and kept nowhere. */
  readonly split: (needed: number, of: number, label: string) => Promise<Reply<{ readonly slot: KeySlot; readonly shares: readonly string[] }>>;
  /** Seals words of their own to age recipients, into the case or where `keep` puts them; answers the path in the case, or `null`. */
  readonly escrow: (
    recipients: readonly string[],
    label: string,
    keep?: (sealed: Uint8Array) => Promise<Reply<unknown>>,
  ) => Promise<Reply<{ readonly slot: KeySlot; readonly file: string | null }>>;
  /** `id`: the first digits of a key's. Refuses `not-found`, and the rules `last-key` and `last-carried-key`. */
  readonly remove: (id: string) => Promise<Reply<KeySlot>>;
  /** Replaces the one passphrase that `old` is, with or without key file; every other key stays. */
  readonly changePassphrase: (old: CaseSecret, next: Uint8Array) => Promise<Reply<KeySlot>>;
  /** For who lost a passphrase: refuses the rule `other-passphrases` while it is unclear what becomes of several. */
  readonly setPassphrase: (next: Uint8Array, others: OtherPassphrases | undefined) => Promise<Reply<KeySlot>>;
  /** Removes what is carried; answers how many keys that were. Refuses the rules `nothing-entrusted` and `entrusted-unproven`. */
  readonly travelLock: (proven: KeySlot, keepRecovery: boolean, unprovenReason: string | null) => Promise<Reply<{ readonly removed: number }>>;
  /** Whether a share is written as it was printed and its splitting still opens this case. */
  readonly checkShare: (text: string) => Promise<Reply<ShareFacts>>;
};

type Around = {
  readonly file: CaseFile;
  readonly facts: Facts;
  readonly inTurn: <T>(work: () => Promise<Reply<T>>) => Promise<Reply<T>>;
  readonly commit: WritableCase['commit'];
};

export function keyKeeping({ file, facts, inTurn, commit }: Around): KeyKeeping {
  const now = () => Date.parse(facts.now());
  const slotOf = (line: SlotLine): KeySlot => ({
    id: line.slotId.toString('hex'),
    kind: line.kind,
    label: line.label,
    madeAt: new Date(line.madeAt).toISOString(),
    shares: line.kind === 'shares' ? { needed: line.needed, of: line.of } : null,
    file: line.kind === 'escrow' ? escrowPath(file.files, line.slotId) : null,
  });

  /**
   * The header first, then the note of it. The key stands even when the disk has no room for the note: its words must reach who asked,
   * and the next edit tells of the disk.
   */
  const change = async <T>(decide: DecideKeys<T>, act: CaseAct, told: (value: T) => string): Promise<Reply<T>> => {
    const changed = await inTurn(() => file.changeKeys(decide));
    if (changed.ok) await commit(() => recordCaseAct(act, told(changed.value)), { undoable: false });
    return changed;
  };
  const add = async (wish: NewKey): Promise<Reply<KeySlot>> => {
    const added = await change(addsKey(wish), 'key-added', tell);
    return added.ok ? done(slotOf(added.value)) : added;
  };
  const unfit = (passphrase: Uint8Array): Reply<never> | null => {
    const stopped = file.writeBarrier();
    return stopped ? refused(stopped) : tooShort(passphrase);
  };

  return {
    list: async () => {
      const ring = await file.keyring();
      if (!ring.ok) return ring;
      const lines = ring.value.table.filter((line) => line !== null);
      return done({ slots: lines.map(slotOf), free: ring.value.table.length - lines.length, cost: ring.value.header.cost });
    },
    prove: async (secret) => {
      const offered = await slotSecret(secret, file.files);
      if (!offered.ok) return offered;
      const proven = await file.provenKey(offered.value);
      return proven.ok ? done(slotOf(proven.value)) : proven;
    },
    addPassphrase: async (passphrase, label, keyFile) => {
      const secret = unfit(passphrase) ?? passphraseSecret(passphrase, keyFile);
      if (!secret.ok) return secret;
      return add({ secret: secret.value, kind: secret.value.kind, label, madeAt: now() });
    },
    addRecovery: async (label) => {
      const code = randomBytes(32);
      const added = await add({ secret: { kind: 'recovery', bytes: code }, kind: 'recovery', label, madeAt: now() });
      return added.ok ? done({ slot: added.value, words: recoveryWords(code) }) : added;
    },
    split: async (needed, of, label) => {
      if (needed < leastSharesNeeded || needed > of || of > mostShares)
        return refused({ kind: 'invalid-input', where: 'needed', reason: `from ${leastSharesNeeded} to the number of shares, which is at most ${mostShares}` });
      const [code, slotId] = [randomBytes(32), randomBytes(16)];
      const shares = await splitIntoShares(code, Buffer.from(file.caseId, 'hex'), slotId, needed, of);
      const added = await add({ secret: { kind: 'shares', bytes: code }, kind: 'shares', label, madeAt: now(), needed, of, slotId });
      return added.ok ? done({ slot: added.value, shares: shares.map((share) => shareText(share, wordsOfShare(share))) }) : added;
    },
    escrow: async (recipients, label, keep) => {
      const [code, slotId, at] = [randomBytes(32), randomBytes(16), facts.now()];
      const sealed =
        recipients.length > 0 ? await sealToRecipients(recipients, escrowText(file.caseId.slice(0, 8), at.slice(0, 10), recoveryWords(code))) : null;
      if (!sealed) return refused({ kind: 'invalid-input', where: 'recipient', reason: 'an age recipient, which begins with age1' });
      const wish: NewKey = {
        secret: { kind: 'recovery', bytes: code },
        kind: 'escrow',
        label,
        madeAt: Date.parse(at),
        slotId,
        ...(keep ? {} : { fileDigest: sha256(sealed) }),
      };
      // The file before the slot: an escrow that opens nothing does no harm, a slot whose words nobody has takes a place.
      const withFile: DecideKeys<SlotLine> = async (ring) => {
        const decided = await addsKey(wish)(ring);
        if (!decided.ok) return decided;
        const kept = keep ? await keep(sealed) : done(writeEscrow(file.files, slotId, sealed));
        return kept.ok ? decided : kept;
      };
      const added = await change(withFile, 'key-added', tell);
      return added.ok ? done({ slot: slotOf(added.value), file: escrowPath(file.files, slotId) }) : added;
    },
    remove: async (id) => {
      const ring = await file.keyring();
      if (!ring.ok) return ring;
      const lines = ring.value.table.filter((line) => line !== null);
      const [line, another] = lines.filter(({ slotId }) => slotId.toString('hex').startsWith(id));
      if (!line || id === '') return refused({ kind: 'not-found', what: 'key', id });
      if (another) return refused({ kind: 'invalid-input', where: 'id', reason: 'more digits, since several keys begin so' });
      const left = lines.filter((one) => one !== line);
      if (left.length > 0 && isCarried(line) && !left.some(isCarried)) return refused({ kind: 'refused', rule: 'last-carried-key' });
      const removed = await change(
        removesKeys(({ slotId }) => slotId.equals(line.slotId)),
        'key-removed',
        () => tell(line),
      );
      if (!removed.ok) return removed;
      const slot = slotOf(line);
      if (line.kind === 'escrow') removeEscrow(file.files, line.slotId);
      return done(slot);
    },
    changePassphrase: async (old, next) => {
      const wrong = unfit(next);
      if (wrong) return wrong;
      const offered = await slotSecret(old, file.files);
      if (!offered.ok) return offered;
      const proven = await file.provenKey(offered.value);
      if (!proven.ok) return proven;
      if (!isTyped(proven.value)) return refused({ kind: 'wrong-passphrase' });
      const secret = passphraseSecret(next, 'passphrase' in old ? old.keyFile : undefined);
      if (!secret.ok) return secret;
      const changed = await change(replacesSecret(proven.value.slotId, secret.value, now()), 'passphrase-changed', tell);
      return changed.ok ? done(slotOf(changed.value)) : changed;
    },
    setPassphrase: async (next, others) => {
      const wrong = unfit(next);
      if (wrong) return wrong;
      const set = await change(
        setsPassphrase(next, now(), others),
        'passphrase-changed',
        (line) => `${tell(line)}, set anew; the others ${others === 'keep' ? 'stay' : 'were removed'}`,
      );
      return set.ok ? done(slotOf(set.value)) : set;
    },
    travelLock: async (proven, keepRecovery, unprovenReason) => {
      const isProven = entrustedKeyKinds.includes(proven.kind);
      const ring = await file.keyring();
      if (!ring.ok) return ring;
      // An escrow that is not as it was sealed would open nothing on the day it is needed.
      const spoilt = checkEscrows(file.files, ring.value.table).filter(({ code }) => code === 'escrow-damaged');
      const holds = (line: SlotLine) => !isCarried(line) && !spoilt.some(({ subject }) => subject === escrowPath(file.files, line.slotId));
      if (!ring.value.table.some((line) => line && holds(line))) return refused({ kind: 'refused', rule: 'nothing-entrusted' });
      if (!isProven && (unprovenReason ?? '').trim() === '') return refused({ kind: 'refused', rule: 'entrusted-unproven' });
      const goes = (line: SlotLine) => isCarried(line) && !(keepRecovery && line.kind === 'recovery');
      const locked = await change(
        removesKeys(goes),
        'travel-locked',
        (gone) => `${gone.map(tell).join(', ')}; ${isProven ? `${proven.kind} shown to open it` : `not shown to open again: ${unprovenReason}`}`,
      );
      return locked.ok ? done({ removed: locked.value.length }) : locked;
    },
    checkShare: async (text) => {
      const share = readShare(text, 1);
      if (!share.ok) return share;
      const { caseId, splitting, index, needed, of } = share.value;
      if (!file.caseId.startsWith(caseId)) return refused({ kind: 'bad-share', item: 1, reason: 'of-another-case', word: null });
      const ring = await file.keyring();
      if (!ring.ok) return ring;
      const there = ring.value.table.some((line) => line?.kind === 'shares' && line.slotId.toString('hex').startsWith(splitting));
      return there ? done({ caseId, index, needed, of }) : refused({ kind: 'wrong-shares' });
    },
  };
}

/** The rule for new passphrases as a refusal, or `null`. */
export function tooShort(passphrase: Uint8Array): Reply<never> | null {
  if (isPassphraseLongEnough(passphrase)) return null;
  return refused({ kind: 'invalid-input', where: 'passphrase', reason: `at least ${shortestPassphrase} characters` });
}

function isCarried({ kind }: SlotLine): boolean {
  return localKeyKinds.includes(kind);
}

/** A key for the custody log: its kind and the first digits of its id, never its label, which may name a person. */
function tell({ kind, slotId }: SlotLine): string {
  return `${keyKindTerms[kind]} ${slotId.toString('hex', 0, 4)}`;
}
