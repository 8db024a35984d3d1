import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';
import { Section } from '../../components/heading/section.tsx';
import { momentText } from '../../components/moment/moment-text.ts';

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
                  <span className="soft numeric">{momentText(entry.at)}</span>
                  <span className="custody-action">{entry.action}</span>
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
