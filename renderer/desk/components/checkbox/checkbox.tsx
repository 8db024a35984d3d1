import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import './checkbox.css';

export function Checkbox({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <AriaCheckbox className="checkbox" isSelected={checked} onChange={onChange}>
      <span className="checkbox-box">
        <Check aria-hidden size={11} strokeWidth={3} />
      </span>
      <span className="wrap">{children}</span>
    </AriaCheckbox>
  );
}
