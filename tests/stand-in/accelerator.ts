type Key = { readonly key: string; readonly ctrl: boolean; readonly meta: boolean; readonly alt: boolean; readonly shift: boolean };

const keyNames: { readonly [name: string]: string } = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** Whether a pressed key is the one an Electron accelerator names, such as `CmdOrCtrl+Shift+L`. */
export function accelerates(accelerator: string, pressed: Key): boolean {
  const words = accelerator.toLowerCase().split('+');
  const named = words.pop() ?? '';
  const either = words.includes('cmdorctrl') || words.includes('commandorcontrol');
  const mac = process.platform === 'darwin';
  const ctrl = words.includes('ctrl') || words.includes('control') || (either && !mac);
  const meta = words.some((word) => ['cmd', 'command', 'super', 'meta'].includes(word)) || (either && mac);
  const alt = words.includes('alt') || words.includes('option') || words.includes('altgr');
  const key = keyNames[named] ?? named;
  return (
    key === pressed.key.toLowerCase() && ctrl === pressed.ctrl && meta === pressed.meta && alt === pressed.alt && words.includes('shift') === pressed.shift
  );
}
