import { useState } from 'react';
import { type AtRiskMark, atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { Section } from '../../components/heading/section.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';

/** Marks of people at risk, each with what it means, and why the item may be kept. */
export function AtRiskForm({ item }: { readonly item: EvidenceItem }) {
  const [changed, setChanged] = useState<{ marks: readonly AtRiskMark[]; basis: string } | null>(null);
  const command = useCommand('evidence/mark-at-risk');
  const words = evidenceWords.risk;
  const { marks, basis } = changed ?? { marks: item.atRisk, basis: item.legalBasis ?? '' };
  async function save(): Promise<void> {
    const reply = await command.run({ id: item.id, marks: [...marks], legalBasis: basis.trim() || null });
    if (!reply.ok) return;
    setChanged(null);
    sayDone(words.saved);
  }
  return (
    <Section title={words.heading}>
      <p className="soft section-lead">{words.lead}</p>
      <div className="risk-marks">
        {atRiskMarks.map((mark) => (
          <Checkbox
            key={mark}
            checked={marks.includes(mark)}
            onChange={(on) => setChanged({ basis, marks: on ? [...marks, mark] : marks.filter((one) => one !== mark) })}
          >
            <span className="risk-label">{words.marks[mark].label}</span> <span className="faint">{words.marks[mark].meaning}</span>
          </Checkbox>
        ))}
      </div>
      {(marks.length > 0 || basis !== '') && (
        <TextArea label={words.basis} hint={words.basisHint} rows={2} value={basis} onChange={(next) => setChanged({ marks, basis: next })} />
      )}
      {changed && (
        <div className="form-actions risk-actions">
          <Button onPress={() => setChanged(null)}>{deskWords.cancel}</Button>
          <Button tone="primary" busy={command.busy} onPress={() => void save()}>
            {words.save}
          </Button>
        </div>
      )}
    </Section>
  );
}
