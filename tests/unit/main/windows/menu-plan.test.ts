import { describe, expect, it } from 'vitest';
import { deskMenu, unlockMenu } from '#main/windows/menu-plan.ts';
import { actionIds } from '#renderer/desk/bridge/action-ids.ts';
import { menuWords } from '#shared/wording/english/shell.ts';

const items = [...deskMenu('F9', [{ id: 'claims', title: 'Claims' }]), ...unlockMenu].flatMap((part) => part.items);
const actions = items.flatMap((item) => (item !== 'line' && 'action' in item ? [item.action] : []));

describe('the menu', () => {
  it('names only actions that the desk knows', () => {
    const known: readonly string[] = actionIds;
    for (const action of actions) expect(known.includes(action) || action.startsWith('view/'), action).toBe(true);
  });

  it('has words for every item', () => {
    const worded = Object.keys(menuWords);
    for (const action of actions) expect(worded.includes(action) || action === 'help' || action === 'view/claims', action).toBe(true);
  });

  it('offers the lock and the lock at once, with keys, while a case is open', () => {
    const shell = items.filter((item) => item !== 'line' && 'shell' in item).map((item) => [item.shell, item.keys]);
    expect(shell).toContainEqual(['lock', 'CmdOrCtrl+L']);
    expect(shell, 'the panic key is the one chosen').toContainEqual(['lock-at-once', 'F9']);
  });
});
