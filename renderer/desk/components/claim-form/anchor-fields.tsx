import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { stretchText } from '#shared/domain/moment/timecode.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Button } from '../button/button.tsx';
import { ComboField } from '../combo-field/combo-field.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { TextArea } from '../text-area/text-area.tsx';
import { type DraftAnchor, keyed } from './claim-draft.ts';
import './claim-form.css';
import { Name } from '../name/name.tsx';

type AnchorFieldsProps = { readonly anchors: readonly DraftAnchor[]; readonly onChange: (anchors: readonly DraftAnchor[]) => void };

/** Where in the evidence the claim rests: quotes, regions, or whole items. */
export function AnchorFields({ anchors, onChange }: AnchorFieldsProps) {
  const [adding, setAdding] = useState(false);
  const ids = [...new Set(anchors.map((anchor) => anchor.evidenceId))];
  const labels = useQuery('objects/labels', ids.length === 0 ? null : { ids });
  const words = claimsWords.dialog;
  const nameOf = (id: string) => labels.value?.find((label) => label.id === id)?.label ?? '…';
  return (
    <fieldset className="form-group">
      <legend className="field-label">{words.anchors}</legend>
      {anchors.map((anchor, at) => (
        <div className="form-anchor" key={anchor.key}>
          <div className="form-line">
            <Name text={nameOf(anchor.evidenceId)} className="form-anchor-name" />
            {anchor.page !== undefined && <span className="soft numeric">{words.page(anchor.page)}</span>}
            {anchor.at && <span className="soft numeric">{stretchText(anchor.at)}</span>}
            {anchor.region && <span className="soft numeric">{words.region(anchor.region.x, anchor.region.y, anchor.region.w, anchor.region.h)}</span>}
            <IconButton icon={X} label={words.removeAnchor(at + 1)} onPress={() => onChange(anchors.filter((one) => one.key !== anchor.key))} />
          </div>
          {!anchor.region && anchor.page === undefined && !anchor.at && (
            <TextArea
              label={words.quote}
              hint={words.quoteHint}
              rows={2}
              value={anchor.quote ?? ''}
              onChange={(quote) => onChange(anchors.map((one) => (one.key === anchor.key ? { key: one.key, evidenceId: one.evidenceId, quote } : one)))}
            />
          )}
        </div>
      ))}
      {adding ? (
        <ComboField
          label={words.addEvidence}
          kinds={['evidence']}
          value={null}
          autoFocus
          onChange={(id) => {
            if (id === null) return;
            onChange([...anchors, keyed({ evidenceId: id })]);
            setAdding(false);
          }}
        />
      ) : (
        <div>
          <Button tone="quiet" icon={Plus} onPress={() => setAdding(true)}>
            {words.addEvidence}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
