import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { accelerates } from './accelerator.ts';
import { app } from './app.ts';
import { onAccelerator } from './page-channel.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import type { WebContents } from './web-contents.ts';
import { BrowserWindow } from './window.ts';

type Template = Electron.MenuItemConstructorOptions;
const pageRoles = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll', 'reload'] as const;

const roles: { readonly [role: string]: (window: BrowserWindow | null) => void } = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  toggledevtools: () => {},
  resetzoom: (window) => window?.webContents.setZoomFactor(1),
  zoomin: (window) => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() * 1.2),
  zoomout: (window) => window?.webContents.setZoomFactor(window.webContents.getZoomFactor() / 1.2),
  ...Object.fromEntries(pageRoles.map((role) => [role.toLowerCase(), (window: BrowserWindow | null) => window?.webContents[role]()])),
};

export class MenuItem implements Pick<Electron.MenuItem, 'id' | 'label' | 'enabled' | 'visible' | 'checked' | 'type'> {
  readonly id: string;
  label: string;
  readonly type: Electron.MenuItem['type'];
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #template: Template;

  constructor(template: Template) {
    this.#template = template;
    this.id = template.id ?? '';
    this.role = template.role;
    this.label = template.label ?? template.role ?? '';
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal');
    this.accelerator = template.accelerator ?? undefined;
    this.enabled = template.enabled ?? true;
    this.visible = template.visible ?? true;
    this.checked = template.checked ?? false;
    this.submenu = Array.isArray(template.submenu) ? Menu.buildFromTemplate(template.submenu) : (template.submenu as unknown as Menu | undefined);
  }

  click(event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    const { click } = this.#template;
    if (click) click(this as unknown as Electron.MenuItem, (window ?? undefined) as unknown as Electron.BaseWindow, event as Electron.KeyboardEvent);
    else if (this.role !== undefined) roles[this.role.toLowerCase()]?.(window);
  }
}
refuseUnknown('MenuItem', MenuItem.prototype);

export class Menu extends EventEmitter implements Pick<Electron.Menu, 'popup' | 'closePopup'> {
  static #ofApplication: Menu | null = null;
  items: MenuItem[] = [];

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#ofApplication = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#ofApplication;
  }

  static buildFromTemplate(template: readonly (Template | MenuItem)[]): Menu {
    const menu = new Menu();
    menu.items = template.map((each) => (each instanceof MenuItem ? each : new MenuItem(each)));
    return menu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(_options?: Electron.PopupOptions): void {} // there is no native menu to show; specs click items

  closePopup(): void {}

  itemsBelow(): MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.itemsBelow() ?? [])]);
  }
}
refuseUnknown('Menu', Menu.prototype);

onAccelerator((key, page: WebContents) => {
  const item = Menu.getApplicationMenu()
    ?.itemsBelow()
    .find((each) => each.enabled && each.accelerator !== undefined && accelerates(each.accelerator, key));
  item?.click({}, BrowserWindow.fromWebContents(page));
});
