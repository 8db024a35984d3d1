import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Section } from '../../components/heading/section.tsx';
import type { Exported } from './exported.ts';
import { verifyCommands } from './verify-commands.ts';

const words = dossierWords.export;

/** What was written, with the hashes to read out, and what a stranger types to check it. */
export function ExportResult({ exported }: { readonly exported: Exported }) {
  return (
    <>
      <p>{words.summary(exported.exhibits, exported.claims, exported.withheld)}</p>
      <DescriptionList facts={[{ term: words.folder, value: <code className="mono">{exported.folder}</code> }]} />
      <Section title={words.files} aside={exported.files.length}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.size}</th>
              <th scope="col">{words.hash}</th>
            </tr>
          </thead>
          <tbody>
            {exported.files.map((file) => (
              <tr key={file.path}>
                <th scope="row" className="wrap">
                  {within(exported.folder, file.path)}
                </th>
                <td className="numeric">{file.bytes.toLocaleString(languageTag())}</td>
                <td>
                  <code className="mono wrap">{file.sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={words.verify}>
        <p className="soft section-lead">{words.verifySteps}</p>
        <pre className="text-block mono">{verifyCommands.join('\n')}</pre>
      </Section>
    </>
  );
}

/** A path as it reads below the folder, whichever way its system parts folders. */
function within(folder: string, path: string): string {
  return path.startsWith(folder) ? path.slice(folder.length).replace(/^[\\/]/u, '') : path;
}
