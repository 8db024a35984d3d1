import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuWords } from '#shared/wording/english/shell.ts';
import type { MenuItem, MenuPart } from './menu-plan.ts';

export type MenuDoes = {
  readonly action: (id: string) => void;
  readonly shell: { readonly lock: () => void; readonly 'lock-at-once': () => void; readonly quit: () => void };
  /** Off under test: synthetic keys reach accelerators on one engine and not on the other. */
  readonly keys: boolean;
};

/** Sets the menu of the application. Items carry the ids of their actions. */
export function showMenu(parts: readonly MenuPart[], does: MenuDoes): void {
  const template = parts.map(({ name, items }) => ({ label: menuWords[name], submenu: items.map((item) => templateOf(item, does)) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function templateOf(item: MenuItem, does: MenuDoes): MenuItemConstructorOptions {
  if (item === 'line') return { type: 'separator' };
  if ('role' in item) return { role: item.role };
  const keys = does.keys && item.keys !== undefined ? { accelerator: item.keys } : {};
  if ('shell' in item) return { id: item.shell, label: menuWords[item.shell], click: () => does.shell[item.shell](), ...keys };
  return { id: item.action, label: item.title ?? labelOf(item.action), click: () => does.action(item.action), ...keys };
}

function labelOf(action: string): string {
  if (action === 'help') return menuWords['help/keys'];
  const known = Object.entries(menuWords).find(([id]) => id === action);
  if (!known) throw new Error('menu: an action has no wording');
  return known[1];
}
