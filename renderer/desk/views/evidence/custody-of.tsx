import type { CustodyAction } from '#shared/domain/custody/custody-entry.ts';
import { custodyTerms } from '#shared/wording/english/custody-terms.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Moment } from '../../components/moment/moment.tsx';

/** What happened to one item, first to last. */
export function CustodyOf({ id }: { readonly id: string }) {
  const custody = useQuery('custody/list', { evidenceId: id });
  const words = evidenceWords.custody;
  return (
    <Section title={words.heading} aside={custody.value?.total}>
      <Asked result={custody}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="faint">{words.none}</p>
          ) : (
            <ol className="custody-of">
              {entries.map((entry) => (
                <li key={entry.seq}>
                  <Moment at={entry.at} />
                  <span className="custody-action">{custodyTerms[entry.action as CustodyAction]}</span>
                  <span className="wrap">
                    {entry.actor}
                    {entry.reason && <span className="soft">{`: ${entry.reason}`}</span>}
                  </span>
                </li>
              ))}
            </ol>
          )
        }
      </Asked>
    </Section>
  );
}
