import { unlockWords } from '#shared/wording/english/unlock.ts';

type SubmitRowProps = {
  readonly label: string;
  readonly busyLabel: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly back?: string;
  readonly onBack: () => void;
};

/** The end of each form: what it does, or that it is at it, and the way back. */
export function SubmitRow({ label, busyLabel, busy, danger, back = unlockWords.open.back, onBack }: SubmitRowProps) {
  return (
    <div className="submit">
      <button type="submit" className={danger ? 'primary danger' : 'primary'} aria-disabled={busy} aria-busy={busy}>
        {busy && <span className="spinner" aria-hidden="true" />}
        {busy ? busyLabel : label}
      </button>
      <button type="button" className="quiet" disabled={busy} onClick={onBack}>
        {back}
      </button>
      <p className="hint busy-hint" role="status">
        {busy ? unlockWords.open.busyHint : ''}
      </p>
    </div>
  );
}
