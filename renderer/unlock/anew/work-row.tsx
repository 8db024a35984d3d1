import { useState } from 'react';
import type { UnlockProgress } from '#shared/contract/unlock.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { bridge } from '../bridge.ts';

type WorkRowProps = { readonly label: string; readonly busy: boolean; readonly progress: UnlockProgress | null; readonly onBack: () => void };

/** The end of a form whose work takes long: what it does, or how far it is and how to stop it. */
export function WorkRow({ label, busy, progress, onBack }: WorkRowProps) {
  if (busy) return <AtWork progress={progress} />;
  return (
    <div className="submit">
      <button type="submit" className="primary">
        {label}
      </button>
      <button type="button" className="quiet" onClick={onBack}>
        {unlockWords.open.back}
      </button>
    </div>
  );
}

function AtWork({ progress }: Pick<WorkRowProps, 'progress'>) {
  const [stopping, setStopping] = useState(false);
  const words = unlockWords.anew;
  const phases: { readonly [phase: string]: string } = words.phases;
  const told = progress === null ? unlockWords.open.busy : (phases[progress.phase] ?? words.working);
  const stop = () => {
    setStopping(true);
    bridge().cancel();
  };
  return (
    <div className="submit">
      <span className="spinner" aria-hidden="true" />
      <p className="hint" role="status">
        {stopping ? words.stopping : told}
      </p>
      <progress className="work-progress" aria-label={told} max={progress?.total ?? 1} {...(progress !== null && { value: progress.done })} />
      <button type="button" className="quiet" disabled={stopping} onClick={stop}>
        {words.stop}
      </button>
    </div>
  );
}
