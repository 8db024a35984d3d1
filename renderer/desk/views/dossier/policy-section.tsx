import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { policies } from '#shared/dossier/policies.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { Section } from '../../components/heading/section.tsx';

const words = dossierWords.policy;
const answer = (yes: boolean) => (yes ? 'yes' : 'no');

/** The policy of a profile in words: the same table that the gate reads. */
export function PolicySection({ profile }: { readonly profile: DossierProfile }) {
  const { marked, people, livingPlaces, notes, ofItself, wholeTexts, custody, selection, givenUp } = policies[profile];
  const lines = [
    words.marked[marked],
    words.people[people],
    words.livingPlaces[livingPlaces],
    words.notes[notes],
    words.ofItself[answer(ofItself)],
    words.wholeTexts[answer(wholeTexts)],
    words.custody[custody],
    words.selection[selection],
    words.givenUp[answer(givenUp)],
  ];
  return (
    <Section title={words.title}>
      <ul className="policy">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
