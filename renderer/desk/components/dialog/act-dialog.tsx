import type { Problem } from '#shared/kernel/problem.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { Banner } from '../banner/banner.tsx';
import { Button } from '../button/button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';

export type ActDialogProps = Omit<DialogProps, 'open' | 'actions'> & {
  /** What the button says that does it. */
  readonly act: string;
  readonly onAct: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly tone?: 'primary' | 'danger';
  /** Whether the button has the keyboard first, where nothing is to be filled in. */
  readonly beginsAtAct?: boolean;
  /** Why it was refused, where no field says so. */
  readonly refusal?: Problem | null;
};

/** A dialog that does one thing: at its foot Cancel, and the button that does it. */
export function ActDialog({
  act,
  onAct,
  busy = false,
  disabled = false,
  tone = 'primary',
  beginsAtAct = false,
  refusal = null,
  children,
  ...dialog
}: ActDialogProps) {
  return (
    <Dialog
      {...dialog}
      open
      actions={
        <>
          <Button onPress={dialog.onClose}>{deskWords.cancel}</Button>
          <Button tone={tone} onPress={onAct} busy={busy} disabled={disabled} autoFocus={beginsAtAct}>
            {act}
          </Button>
        </>
      }
    >
      {refusal && (
        <div className="dialog-banner">
          <Banner tone="bad">{problemSentence(refusal)}</Banner>
        </div>
      )}
      {children}
    </Dialog>
  );
}
