import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { Tooltip } from '../tooltip/tooltip.tsx';
import './icon-button.css';

export type IconButtonProps = {
  readonly icon: LucideIcon;
  /** Read aloud and shown as the tooltip. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly shortcut?: string | null;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
};

export function IconButton({ icon: Icon, label, onPress, shortcut, disabled = false, pressed }: IconButtonProps) {
  return (
    <Tooltip
      words={
        <>
          {label}
          {shortcut && <KeyHint keys={shortcut} />}
        </>
      }
    >
      <AriaButton
        className="icon-button"
        aria-label={label}
        isDisabled={disabled}
        {...(onPress && { onPress })}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
      >
        <Icon aria-hidden size={16} strokeWidth={1.9} />
      </AriaButton>
    </Tooltip>
  );
}
