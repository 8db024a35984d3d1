import { useEffect, useRef, useState } from 'react';
import type { KeyListing, KeySlot, KeysAnswer } from '#shared/contract/keys.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { bridge } from '../bridge.ts';
import { Heading } from '../heading.tsx';
import { Notice } from '../notice.tsx';
import { RecoveryWords } from '../recovery-words.tsx';
import { useFirstFocus } from '../use-first-focus.ts';
import { AddPassphrase, AddRecovery, ChangePassphrase } from './carried-forms.tsx';
import { CheckShare } from './check-share.tsx';
import { EscrowForm, SplitForm } from './entrusted-forms.tsx';
import { KeysList } from './keys-list.tsx';
import { RemoveKey, TravelLock } from './removal-forms.tsx';
import { ShownShares } from './shown-shares.tsx';

type ActionId = keyof typeof keysWords.actions;
type At =
  | { readonly name: 'list' }
  | { readonly name: 'action'; readonly id: ActionId }
  | { readonly name: 'remove'; readonly slot: KeySlot }
  | { readonly name: 'words'; readonly words: readonly string[] }
  | { readonly name: 'shares'; readonly shares: readonly string[] };
const groups: readonly (readonly [title: string, actions: readonly ActionId[]])[] = [
  [keysWords.groups.carry, ['add-passphrase', 'add-key-file', 'change-passphrase', 'add-recovery']],
  [keysWords.groups.entrust, ['split', 'check-share', 'escrow']],
  [keysWords.groups.act, ['travel-lock']],
];

/** The keys of the case this page has just opened. What is typed and shown here passes between this page and the case process alone. */
export function KeysScreen({ onEnter }: { readonly onEnter: () => void }) {
  const [listing, setListing] = useState<KeyListing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const [at, go] = useState<At>({ name: 'list' });
  useEffect(() => {
    void bridge()
      .keys({ ask: 'keys-list' })
      .then((reply) => (reply.ok ? setListing(reply.value.listing) : setProblem(reply.problem)));
  }, []);
  const back = () => go({ name: 'list' });
  const done = (sentence: string | null) => (answer: KeysAnswer) => {
    setListing(answer.listing);
    setTold(answer.escrowFile === null ? sentence : keysWords.escrow.done(answer.escrowFile));
    if (answer.recoveryWords !== null) go({ name: 'words', words: answer.recoveryWords });
    else if (answer.shares !== null) go({ name: 'shares', shares: answer.shares });
    else back();
  };

  if (at.name === 'remove') return <RemoveKey slot={at.slot} onDone={done(keysWords.done.removed)} onBack={back} />;
  if (at.name === 'words') return <RecoveryWords words={at.words} onDone={back} enterLabel={keysWords.back} />;
  if (at.name === 'shares') return <ShownShares shares={at.shares} onDone={back} />;
  if (at.name === 'action') return <ActionForm id={at.id} done={done} onBack={back} />;
  return (
    <KeysHome
      listing={listing}
      problem={problem}
      told={told}
      onAct={(id) => {
        setTold(null);
        go({ name: 'action', id });
      }}
      onRemove={(slot) => {
        setTold(null);
        go({ name: 'remove', slot });
      }}
      onEnter={onEnter}
    />
  );
}

type ActionFormProps = {
  readonly id: ActionId;
  readonly done: (sentence: string | null) => (answer: KeysAnswer) => void;
  readonly onBack: () => void;
};

function ActionForm({ id, done, onBack }: ActionFormProps) {
  switch (id) {
    case 'add-passphrase':
    case 'add-key-file':
      return <AddPassphrase withKeyFile={id === 'add-key-file'} onDone={done(keysWords.done[id])} onBack={onBack} />;
    case 'change-passphrase':
      return <ChangePassphrase onDone={done(keysWords.done[id])} onBack={onBack} />;
    case 'add-recovery':
      return <AddRecovery onDone={done(null)} onBack={onBack} />;
    case 'split':
      return <SplitForm onDone={done(null)} onBack={onBack} />;
    case 'check-share':
      return <CheckShare onBack={onBack} />;
    case 'escrow':
      return <EscrowForm onDone={done(null)} onBack={onBack} />;
    case 'travel-lock':
      return <TravelLock onDone={done(keysWords.done[id])} onBack={onBack} />;
  }
}

type KeysHomeProps = {
  readonly listing: KeyListing | null;
  readonly problem: Problem | null;
  readonly told: string | null;
  readonly onAct: (id: ActionId) => void;
  readonly onRemove: (slot: KeySlot) => void;
  readonly onEnter: () => void;
};

function KeysHome({ listing, problem, told, onAct, onRemove, onEnter }: KeysHomeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  return (
    <div className="card card-wide">
      <Heading title={keysWords.title} focus={heading} />
      <p className="prose">{keysWords.lead}</p>
      <Notice problem={problem} />
      {told !== null && (
        <p className="notice notice-good" role="status">
          {told}
        </p>
      )}
      {listing !== null && <KeysList listing={listing} onRemove={onRemove} />}
      {groups.map(([title, ids]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          <div className="key-actions">
            {ids.map((id) => (
              <button key={id} type="button" className="quiet small" disabled={listing === null} onClick={() => onAct(id)}>
                {keysWords.actions[id]}
              </button>
            ))}
          </div>
        </section>
      ))}
      <div className="submit">
        <button type="button" className="primary" onClick={onEnter}>
          {keysWords.enter}
        </button>
        <button type="button" className="quiet" onClick={() => void bridge().shell({ ask: 'lock' })}>
          {keysWords.lock}
        </button>
      </div>
    </div>
  );
}
