import type { Commands } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { handOverWords } from '#shared/wording/english/views/hand-over-words.ts';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Section } from '../../components/heading/section.tsx';

export type HandedOver = Answer<Commands['dossiers/hand-over']>;
const words = handOverWords;

/** What was written, and the passphrase made for it, which is nowhere else. */
export function HandOverResult({ handed }: { readonly handed: HandedOver }) {
  return (
    <>
      {handed.passphrase !== null && (
        <Section title={words.words}>
          <p className="mono wrap">{handed.passphrase}</p>
          <p className="soft">{words.wordsHint}</p>
        </Section>
      )}
      <DescriptionList facts={[{ term: words.folder, value: <code className="mono">{handed.folder}</code> }]} />
      <Section title={dossierWords.export.files} aside={handed.files.length}>
        <ul className="file-names mono">
          {handed.files.map((file) => (
            <li key={file.path}>{file.path}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
