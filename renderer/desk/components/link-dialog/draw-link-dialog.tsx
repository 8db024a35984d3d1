import { ArrowDownUp } from 'lucide-react';
import { useState } from 'react';
import type { LinkType } from '#shared/domain/link/link.ts';
import { linkTypes } from '#shared/domain/link/link.ts';
import { type Credibility, credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { credibilityText, linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useFormCommand } from '../../bridge/use-command.ts';
import { Button } from '../button/button.tsx';
import { ComboField } from '../combo-field/combo-field.tsx';
import { ActDialog } from '../dialog/act-dialog.tsx';
import { SelectField } from '../select-field/select-field.tsx';
import { TextArea } from '../text-area/text-area.tsx';

const types = linkTypes.map((value) => ({ value, label: linkTerms[value].label, detail: linkTerms[value].meaning }));
export const gradeOptions: readonly { readonly value: Credibility | 'none'; readonly label: string }[] = [
  { value: 'none', label: linksWords.notRated },
  ...credibilityGrades.map((value) => ({ value, label: credibilityText(value) })),
];

type DrawLinkDialogProps = { readonly fromId: string | null; readonly onClose: () => void; readonly onDrawn?: (id: string) => void };

/** Draws a typed link between any two objects of the case. Mount it to open it. */
export function DrawLinkDialog({ fromId, onClose, onDrawn }: DrawLinkDialogProps) {
  const [from, setFrom] = useState(fromId);
  const [to, setTo] = useState<string | null>(null);
  const [type, setType] = useState<LinkType>('supports');
  const [grade, setGrade] = useState<Credibility | 'none'>('none');
  const [rationale, setRationale] = useState('');
  const [strict, setStrict] = useState(false);
  const command = useFormCommand('links/draw');
  const words = linksWords.dialog;
  async function draw(): Promise<void> {
    setStrict(true);
    if (from === null || to === null || command.busy) return;
    const reply = await command.run({ fromId: from, type, toId: to, rationale: rationale.trim() || null, grade: grade === 'none' ? null : grade });
    if (!reply.ok) return;
    sayDone(linksWords.drawn);
    onDrawn?.(reply.value.id);
    onClose();
  }
  return (
    <ActDialog title={words.title} act={words.save} onAct={() => void draw()} busy={command.busy} refusal={command.refusal} onClose={onClose}>
      <div className="form">
        <ComboField
          label={words.from}
          required
          autoFocus={fromId === null}
          value={from}
          onChange={setFrom}
          exceptIds={to === null ? [] : [to]}
          error={strict && from === null ? words.needBoth : null}
        />
        <SelectField label={words.type} value={type} options={types} onChange={setType} hint={linkTerms[type].meaning} />
        <ComboField
          label={words.to}
          required
          autoFocus={fromId !== null}
          value={to}
          onChange={setTo}
          exceptIds={from === null ? [] : [from]}
          error={strict && to === null ? words.needBoth : null}
        />
        <div>
          <Button
            tone="quiet"
            icon={ArrowDownUp}
            onPress={() => {
              setFrom(to);
              setTo(from);
            }}
          >
            {words.swap}
          </Button>
        </div>
        <TextArea label={words.rationale} hint={words.rationaleHint} rows={3} value={rationale} onChange={setRationale} onSubmit={() => void draw()} />
        <SelectField label={words.grade} value={grade} options={gradeOptions} onChange={setGrade} />
      </div>
    </ActDialog>
  );
}
