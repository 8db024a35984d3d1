import { viewerWords } from '#shared/wording/english/views/viewer-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../../components/asked/asked.tsx';

type BesideTextProps = { readonly evidenceId: string; readonly lines: readonly number[] };

/** Another text, a line beside each line of the one being read: a translation, or the original of one. */
export function BesideText({ evidenceId, lines }: BesideTextProps) {
  const asked = useQuery('evidence/text', { id: evidenceId });
  return (
    <Asked result={asked}>
      {({ text, language }) => {
        const all = text.split('\n');
        return (
          // The scrolled text beside it holds the keyboard; both move together.
          <section
            className="article-beside"
            aria-label={viewerWords.translation.beside}
            style={{ gridRow: `1 / span ${lines.length}` }}
            {...(language && { lang: language })}
          >
            {lines.map((line) => (
              <p key={line} dir="auto">
                {all[line]}
              </p>
            ))}
          </section>
        );
      }}
    </Asked>
  );
}
