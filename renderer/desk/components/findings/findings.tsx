import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Finding } from '#shared/contract/care.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { useStore } from '../../bridge/store.ts';
import { ChipsOf } from '../chip/chip.tsx';
import { Moment } from '../moment/moment.tsx';
import { Acknowledge, acknowledgedHere, nameOf } from './acknowledge.tsx';
import './findings.css';

const icons = { good: CircleCheck, info: Info, warning: TriangleAlert, damage: TriangleAlert } as const;
const chipsShown = 12;

/** What opening or checking the case found, each with the objects it touches, to be opened from here. */
export function Findings({ findings, readOnly }: { readonly findings: readonly Finding[]; readonly readOnly: boolean }) {
  const here = useStore(acknowledgedHere);
  return (
    <ul className="findings">
      {findings.map((finding) => {
        const { code, subject, noticedAt } = finding;
        const seen = finding.acknowledgedAt !== undefined || here.includes(nameOf(finding));
        return (
          <li key={nameOf(finding)} className="finding">
            <FindingLine severity={seen ? 'info' : finding.severity} sentence={`${findingSentence(code)}${subject === '' ? '' : ` (${subject})`}`} />
            <TouchedObjects finding={finding} />
            {noticedAt !== undefined && (
              <div className="finding-kept">
                <span className="soft">
                  {careWords.noticed} <Moment at={noticedAt} />
                </span>
                {seen ? <span className="soft">{careWords.acknowledged}</span> : !readOnly && <Acknowledge finding={finding} />}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function FindingLine({ severity, sentence }: { readonly severity: keyof typeof icons; readonly sentence: string }) {
  const Icon = icons[severity];
  return (
    <p className={`finding-line finding-${severity}`}>
      <Icon aria-hidden size={15} />
      <span className="wrap">{sentence}</span>
    </p>
  );
}

function TouchedObjects({ finding: { touched = [], touchedInAll = touched.length, lostEdits = [] } }: { readonly finding: Finding }) {
  const objects = [...new Set(touched.flatMap(({ kind, id }) => (kind === 'custody' || kind === 'case' ? [] : [id])))];
  const entries = touched.flatMap(({ kind, id }) => (kind === 'custody' ? [id] : []));
  const shown = objects.slice(0, chipsShown);
  const more = touchedInAll - entries.length - shown.length;
  if (objects.length + entries.length + lostEdits.length === 0) return null;
  return (
    <div className="finding-touched">
      {shown.length > 0 && (
        <>
          <span className="soft">{careWords.touches}</span>
          <ChipsOf ids={shown} />
          {more > 0 && <span className="soft">{careWords.moreTouched(more)}</span>}
        </>
      )}
      {entries.length > 0 && <p className="soft">{careWords.entries(entries.slice(0, chipsShown))}</p>}
      {lostEdits.length > 0 && <p className="soft">{careWords.lostEdits(lostEdits)}</p>}
    </div>
  );
}
