import { useRef } from 'react';
import type { RepairReport } from '#shared/contract/care.ts';
import { lossSentences, repairReportWords } from '#shared/wording/english/care-words.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { FolderLine } from '../folder-line.tsx';
import { Heading } from '../heading.tsx';
import { useFirstFocus } from '../use-first-focus.ts';

export type Repaired = { readonly folderName: string; readonly report: RepairReport };

/** What a repair kept and what is lost, in the words of the command line. */
export function RepairOutcome({ repaired: { folderName, report }, onDone }: { readonly repaired: Repaired; readonly onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFirstFocus(heading);
  const words = unlockWords.anew;
  const { objects, custody, blobs } = report.kept;
  return (
    <div className="card">
      <Heading title={words.repaired} focus={heading} />
      <FolderLine label={words.newFolder} name={folderName} />
      <p className="prose">{repairReportWords.done}</p>
      <ul className="prose">
        {lossSentences(report).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="prose">{words.kept(objects, custody, blobs)}</p>
      <p className="prose">{repairReportWords.samePassphrase}</p>
      <div className="submit">
        <button type="button" className="primary" onClick={onDone}>
          {words.choose}
        </button>
      </div>
    </div>
  );
}
