import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { KeyHint } from '../key-hint/key-hint.tsx';
import './menu.css';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | null;
  readonly run: () => void;
};

/** A button (the child) that opens a list of actions. */
export function Menu({ children, entries, label }: { readonly children: ReactNode; readonly entries: readonly MenuEntry[]; readonly label: string }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label} items={entries}>
          {({ id, label: words, icon: Icon, shortcut, run }) => (
            <MenuItem className="menu-item" id={id} textValue={words} onAction={run}>
              {Icon && <Icon aria-hidden size={14} />}
              <span className="menu-words">{words}</span>
              {shortcut && <KeyHint keys={shortcut} />}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
