import type { DossierPreview } from '#shared/contract/dossiers.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { Section } from '../../components/heading/section.tsx';

const words = dossierWords.advice;

/** Where the analysts' own sentences would make a reader of ICD 203 stumble. */
export function AdviceSection({ advice }: { readonly advice: DossierPreview['advice'] }) {
  if (advice.length === 0) return null;
  return (
    <Section title={words.title} aside={advice.length}>
      <p className="soft section-lead">{words.lead}</p>
      <ul className="numbered">
        {advice.map(({ label, rule, words: said }) => (
          <li key={`${label} ${rule} ${said}`}>
            <span className="number numeric">{label || words.whole}</span>
            <span className="wrap">{words.rules[rule](said)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
