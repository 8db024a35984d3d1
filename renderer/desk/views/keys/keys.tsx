import { KeyRound } from 'lucide-react';
import type { KeyListing, KeySlot } from '#shared/contract/keys.ts';
import { keyChangeLimits, keyDetail, keyKindLimits, keyKindPurposes, keyKindTerms } from '#shared/wording/english/key-terms.ts';
import { keysViewWords, keysWords } from '#shared/wording/english/keys-words.ts';
import { bridge } from '../../bridge/bridge.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Banner } from '../../components/banner/banner.tsx';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import './keys.css';

const words = keysViewWords;

/** What opens this case, without any secret: those are managed on the unlock page, which alone talks to the case process about them. */
export function KeysView() {
  const listing = useQuery('keys/list', {});
  const readOnly = useQuery('case/overview', {}).value?.readOnly ?? false;
  const manage = (
    <Button tone="primary" icon={KeyRound} disabled={readOnly} onPress={() => void bridge().shell({ ask: 'manage-keys' })}>
      {words.manage}
    </Button>
  );
  return (
    <Panel title={words.title} level={1}>
      <div className="keys">
        <p className="soft">{words.lead}</p>
        {/* In the part that scrolls, so that the keyboard can scroll it. */}
        <div>{manage}</div>
        {readOnly && <Banner tone="warn">{words.readOnly}</Banner>}
        <Asked result={listing}>{(found) => <Listing listing={found} />}</Asked>
        <Section level={2} title={words.limits}>
          <ul className="keys-limits soft">
            {[words.open, ...keyChangeLimits].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Panel>
  );
}

function Listing({ listing }: { readonly listing: KeyListing }) {
  return (
    <>
      <ul className="keys-list">
        {listing.slots.map((slot) => (
          <Slot key={slot.id} slot={slot} />
        ))}
      </ul>
      <p className="soft">
        {keysWords.free(listing.free)} {keysWords.cost(Math.round(listing.cost.memoryKiB / 1024), listing.cost.passes)}
      </p>
    </>
  );
}

function Slot({ slot }: { readonly slot: KeySlot }) {
  const kind = keyKindTerms[slot.kind];
  const detail = keyDetail(slot);
  return (
    <li className="keys-slot">
      <div className="keys-slot-head">
        <strong className="wrap">{slot.label === '' ? kind : slot.label}</strong>
        {slot.label !== '' && <span className="soft">{kind}</span>}
        {detail !== '' && <span className="soft">{detail}</span>}
        <span className="keys-slot-made soft">
          {keysWords.made} <Moment at={slot.madeAt} />
        </span>
      </div>
      <p>{keyKindPurposes[slot.kind]}</p>
      <ul className="keys-limits soft">
        {keyKindLimits[slot.kind].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  );
}
