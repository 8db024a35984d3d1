import { useState } from 'react';
import type { DossierPreview } from '#shared/contract/dossiers.ts';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Button } from '../../components/button/button.tsx';
import { Section } from '../../components/heading/section.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';

const words = dossierWords.review;

/** A second reader signs off what the plan gives now; a change of it lapses that. */
export function ReviewSection({ plan, review }: { readonly plan: DossierPlan; readonly review: DossierPreview['review'] }) {
  const overview = useQuery('case/overview', {});
  const [by, setBy] = useState<string | null>(null);
  const command = useCommand('dossiers/sign-off');
  const others = overview.value?.analysts.slice(1) ?? [];
  return (
    <Section title={words.title}>
      {review ? (
        <p>
          <Badge tone={review.lapsed ? 'warn' : 'good'}>{review.lapsed ? words.lapsed : words.holds}</Badge> {words.by(review.by, review.at.slice(0, 10))}
        </p>
      ) : (
        <p className="soft section-lead">{words.nobody}</p>
      )}
      {others.length === 0 ? (
        <p className="faint">{words.alone}</p>
      ) : (
        <div className="redaction-role">
          <SelectField label={words.reader} value={by} options={others.map((value) => ({ value, label: value }))} onChange={setBy} />
          <Button busy={command.busy} disabled={by === null} onPress={() => void (by !== null && command.run({ id: plan.id, by }))}>
            {words.act}
          </Button>
        </div>
      )}
    </Section>
  );
}
