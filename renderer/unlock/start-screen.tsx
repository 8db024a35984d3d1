import { FolderOpen, FolderPlus, Footprints, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { bridge, type CaseFolder } from './bridge.ts';
import { Notice } from './notice.tsx';
import { demonstrate } from './start-and-ask.ts';

type Known = CaseFolder & { readonly where: string };
type Shown = { readonly known: readonly Known[]; readonly mayRemember: boolean };
type StartScreenProps = { readonly onOpen: (folder: CaseFolder, mayRemember: boolean) => void; readonly onCreate: () => void; readonly onLook: () => void };

/** Which case: one chosen in a dialog, one remembered here, or a new one. */
export function StartScreen({ onOpen, onCreate, onLook }: StartScreenProps) {
  const [{ known, mayRemember }, setShown] = useState<Shown>({ known: [], mayRemember: false });
  useEffect(() => void knownCases().then(setShown), []);
  const choose = async () => {
    const answer = await bridge().shell({ ask: 'choose-case' });
    if (answer.kind === 'case') onOpen(answer, mayRemember);
  };
  const forget = async (ticket: string) => {
    await bridge().shell({ ask: 'forget-case', ticket });
    setShown(await knownCases());
  };
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async () => {
    setLooking(true);
    setProblem(null);
    const reply = await demonstrate();
    setLooking(false);
    if (reply.ok) onLook();
    else setProblem(reply.problem);
  };
  const why = reasonOf(location.hash);
  const { start } = unlockWords;
  return (
    <div className="card">
      {why && (
        <p className={why === 'locked' || why === 'keys' || why === 'branch' ? 'notice notice-calm' : 'notice notice-bad'} role="status">
          {unlockWords.why[why]}
        </p>
      )}
      <h1>{start.title}</h1>
      <Notice problem={problem} />
      {known.length > 0 && (
        <section aria-labelledby="known-title">
          <h2 id="known-title">{start.remembered}</h2>
          <ul className="known">
            {known.map((one) => (
              <li key={one.ticket} className="known-row">
                <button type="button" className="known-open" disabled={looking} onClick={() => onOpen(one, mayRemember)}>
                  <span className="known-name">{one.folderName}</span>
                  <span className="known-where">{one.where}</span>
                </button>
                <button
                  type="button"
                  className="icon"
                  aria-label={start.forget(one.folderName)}
                  title={start.forget(one.folderName)}
                  onClick={() => void forget(one.ticket)}
                >
                  <X size={16} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="choices">
        <button type="button" className="choice" disabled={looking} onClick={() => void choose()}>
          <FolderOpen size={22} aria-hidden="true" />
          <span>
            <strong>{start.open}</strong>
            <small>{start.openHint}</small>
          </span>
        </button>
        <button type="button" className="choice" disabled={looking} onClick={onCreate}>
          <FolderPlus size={22} aria-hidden="true" />
          <span>
            <strong>{start.create}</strong>
            <small>{start.createHint}</small>
          </span>
        </button>
        <button type="button" className="choice" disabled={looking} aria-busy={looking} onClick={() => void look()}>
          <Footprints size={22} aria-hidden="true" />
          <span>
            <strong>{looking ? start.lookBusy : start.look}</strong>
            <small>{start.lookHint}</small>
          </span>
        </button>
      </div>
    </div>
  );
}

async function knownCases(): Promise<Shown> {
  const answer = await bridge().shell({ ask: 'known-cases' });
  return answer.kind === 'cases' ? { known: answer.cases, mayRemember: answer.mayRemember } : { known: [], mayRemember: false };
}

function reasonOf(fragment: string): keyof typeof unlockWords.why | null {
  const reason = fragment.slice(1);
  return reason === 'locked' || reason === 'keys' || reason === 'branch' || reason === 'case-ended' || reason === 'desk-ended' ? reason : null;
}
