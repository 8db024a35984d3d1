import { unlockWords } from '#shared/wording/english/unlock.ts';

type SubmitRowProps = { readonly label: string; readonly busyLabel: string; readonly busy: boolean; readonly onBack: () => void };

/** The end of each form: what it does, or that it is at it, and the way back. */
export function SubmitRow({ label, busyLabel, busy, onBack }: SubmitRowProps) {
  return (
    <div className="submit">
      <button type="submit" className="primary" aria-disabled={busy} aria-busy={busy}>
        {busy && <span className="spinner" aria-hidden="true" />}
        {busy ? busyLabel : label}
      </button>
      <button type="button" className="quiet" disabled={busy} onClick={onBack}>
        {unlockWords.open.back}
      </button>
      <p className="hint busy-hint" role="status">
        {busy ? unlockWords.open.busyHint : ''}
      </p>
    </div>
  );
}
