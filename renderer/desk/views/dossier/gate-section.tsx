import { useState } from 'react';
import type { DossierPreview } from '#shared/contract/dossiers.ts';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { atRiskTerms } from '#shared/wording/english/terms.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { Section } from '../../components/heading/section.tsx';
import { RedactDialog } from '../../components/redaction/redact-dialog.tsx';
import { TextArea } from '../../components/text-area/text-area.tsx';

const words = dossierWords.gate;
const tones = { open: 'bad', 'let-out': 'warn', redacted: 'good', 'left-out': 'calm', shown: 'dull' } as const;
type Marked = DossierPreview['marked'][number];

/** What is marked for people at risk, what is decided about it, and how to decide. Nothing marked leaves unseen. */
export function GateSection({ plan, marked }: { readonly plan: DossierPlan; readonly marked: readonly Marked[] }) {
  const [redacting, setRedacting] = useState<Marked | null>(null);
  const [lettingOut, setLettingOut] = useState<Marked | null>(null);
  const takeBack = useCommand('dossiers/override');
  if (marked.length === 0) return null;
  return (
    <Section title={words.title} aside={marked.length}>
      <p className="soft section-lead">{words.lead}</p>
      {marked.some(({ marks }) => marks.includes('captive')) && <p className="soft section-lead">{words.captives}</p>}
      <ul className="numbered">
        {marked.map((item) => (
          <li key={item.id}>
            <span className="number numeric">{item.label}</span>
            <span className="withheld-one">
              <span className="wrap">{item.name}</span>
              <span className="soft">{item.marks.map((mark) => atRiskTerms[mark].label).join(', ')}</span>
              <span className="gate-acts">
                <Badge tone={tones[item.decision]}>{words.decisions[item.decision]}</Badge>
                {item.decision !== 'shown' && (
                  <Button tone="quiet" onPress={() => setRedacting(item)}>
                    {words.redact}
                  </Button>
                )}
                {(item.decision === 'open' || item.decision === 'left-out') && (
                  <Button tone="quiet" onPress={() => setLettingOut(item)}>
                    {words.letOut}
                  </Button>
                )}
                {item.decision === 'let-out' && (
                  <Button tone="quiet" busy={takeBack.busy} onPress={() => void takeBack.run({ id: plan.id, evidenceId: item.id, reason: null })}>
                    {words.takeBack}
                  </Button>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {redacting && <RedactDialog evidenceId={redacting.id} onClose={() => setRedacting(null)} />}
      {lettingOut && <LetOutDialog planId={plan.id} item={lettingOut} onClose={() => setLettingOut(null)} />}
    </Section>
  );
}

/** A reason, before anything marked leaves: it goes into the custody log with the name of whoever gave it. */
function LetOutDialog({ planId, item, onClose }: { readonly planId: string; readonly item: Marked; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('dossiers/override');
  async function letOut(): Promise<void> {
    const reply = await command.run({ id: planId, evidenceId: item.id, reason });
    if (reply.ok) onClose();
  }
  return (
    <ActDialog
      title={words.letOutTitle(item.label)}
      act={words.letOutAct}
      tone="danger"
      onAct={() => void letOut()}
      busy={command.busy}
      disabled={reason.trim() === ''}
      onClose={onClose}
    >
      <div className="form">
        <p>{words.letOutText}</p>
        <TextArea label={words.reason} required autoFocus value={reason} onChange={setReason} />
      </div>
    </ActDialog>
  );
}
