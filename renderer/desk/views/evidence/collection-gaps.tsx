import { Check, CircleDashed, Minus } from 'lucide-react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Badge } from '../../components/badge/badge.tsx';
import { Section } from '../../components/heading/section.tsx';
import { collectionChecks } from './collection-checks.ts';

const icons = { have: Check, lacking: CircleDashed, 'not-applicable': Minus } as const;

/** What the Berkeley Protocol asks of a collected item, and what this one has of it. */
export function CollectionGaps({ item }: { readonly item: EvidenceItem }) {
  const source = useQuery('sources/show', { id: item.sourceId }).value;
  if (!source) return null;
  const words = evidenceWords.collection;
  const checks = collectionChecks(item, source);
  const lacking = checks.filter((check) => check.state === 'lacking').length;
  const complete = checks.every((check) => !check.minimum || check.state !== 'lacking');
  return (
    <Section title={words.heading} aside={complete ? words.complete : words.lacking(lacking)}>
      <p className="soft section-lead">{words.lead}</p>
      <ul className="gap-list">
        {checks.map(({ part, state, minimum }) => {
          const Icon = icons[state];
          return (
            <li key={part} data-state={state}>
              <Icon aria-hidden size={14} />
              <span className="visually-hidden">{words.states[state]}: </span>
              <span>{words.parts[part]}</span>
              {minimum && state === 'lacking' && <Badge tone="warn">{words.minimum}</Badge>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
