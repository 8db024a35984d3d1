import type { KeyListing, KeySlot } from '#shared/contract/keys.ts';
import { keyDetail, keyKindTerms } from '#shared/wording/english/key-terms.ts';
import { keysWords } from '#shared/wording/english/keys-words.ts';
import { nameOf } from './removal-forms.tsx';

/** What opens the case. */
export function KeysList({ listing, onRemove }: { readonly listing: KeyListing; readonly onRemove: (slot: KeySlot) => void }) {
  return (
    <>
      <ul className="key-list">
        {listing.slots.map((slot) => (
          <li key={slot.id} className="key-row">
            <div className="key-words">
              <strong>{nameOf(slot)}</strong>
              <p className="hint">
                {[keyKindTerms[slot.kind], `${keysWords.made} ${slot.madeAt.slice(0, 10)}`, keyDetail(slot)].filter((part) => part !== '').join(' · ')}
              </p>
            </div>
            <button type="button" className="quiet small" aria-label={`${keysWords.remove} ${nameOf(slot)}`} onClick={() => onRemove(slot)}>
              {keysWords.remove}
            </button>
          </li>
        ))}
      </ul>
      <p className="hint">
        {keysWords.free(listing.free)} {keysWords.cost(Math.round(listing.cost.memoryKiB / 1024), listing.cost.passes)}
      </p>
    </>
  );
}
