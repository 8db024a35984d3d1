import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import './button.css';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly icon?: LucideIcon;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly label?: string;
};

/**
 * A push button with words. While `busy` it keeps the focus and takes no second press. Not by `isPending`, which leaves a message
 * for screen readers that is named by the button, and by nothing once the button has gone with its view.
 */
export function Button({ children, onPress, tone = 'plain', icon: Icon, busy = false, disabled = false, autoFocus, label }: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${tone}${busy ? ' button-busy' : ''}`}
      type="button"
      isDisabled={disabled}
      {...(busy && { 'aria-disabled': true, 'aria-busy': true })}
      {...(onPress && !busy && { onPress })}
      {...(autoFocus && { autoFocus })}
      {...(label && { 'aria-label': label })}
    >
      {Icon && <Icon aria-hidden size={14} strokeWidth={2} />}
      <span className="button-words">{children}</span>
    </AriaButton>
  );
}
