import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { deskWords } from '#shared/wording/english/desk.ts';
import { IconButton } from '../icon-button/icon-button.tsx';
import './dialog.css';

export type DialogProps = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot; usually Cancel and one that says what it does. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
};

/**
 * A window over the desk for one thing to decide or fill in. Escape closes it, and so does a press outside as long as nothing was typed:
 * words are not lost by a hand that slips.
 */
export function Dialog({ title, open, onClose, children, actions, size = 'medium' }: DialogProps) {
  const typed = useRef(false);
  const noteTyping = {
    onInput: () => {
      typed.current = true;
    },
  };
  return (
    <ModalOverlay className="scrim" isOpen={open} onOpenChange={(next) => !next && onClose()} isDismissable shouldCloseOnInteractOutside={() => !typed.current}>
      <Modal className={`modal modal-${size}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            <IconButton icon={X} label={deskWords.close} onPress={onClose} />
          </header>
          <div className="dialog-body" {...noteTyping}>
            {children}
          </div>
          {actions && <footer className="dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
