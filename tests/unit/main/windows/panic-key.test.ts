import { describe, expect, it } from 'vitest';
import { isPanicKey, type KeyPress } from '#main/windows/panic-key.ts';

const press = (key: string, code: string, over: Partial<KeyPress> = {}): KeyPress => {
  return { type: 'keyDown', key, code, control: false, meta: false, shift: false, alt: false, ...over };
};
const both = { control: true, shift: true };

describe('the panic key', () => {
  it('is known by its letter, and by its place on a keyboard of another script', () => {
    expect(isPanicKey(press('L', 'KeyL', both), 'CmdOrCtrl+Shift+L', false)).toBe(true);
    expect(isPanicKey(press('Д', 'KeyL', both), 'CmdOrCtrl+Shift+L', false)).toBe(true);
    expect(isPanicKey(press('ㅣ', 'KeyL', both), 'CmdOrCtrl+Shift+L', false)).toBe(true);
    expect(isPanicKey(press('F9', 'F9'), 'F9', false)).toBe(true);
    expect(isPanicKey(press('Delete', 'Delete', both), 'CmdOrCtrl+Shift+Delete', false)).toBe(true);
  });

  it('is Command on a Mac', () => {
    expect(isPanicKey(press('l', 'KeyL', { meta: true, shift: true }), 'CmdOrCtrl+Shift+L', true)).toBe(true);
    expect(isPanicKey(press('l', 'KeyL', both), 'CmdOrCtrl+Shift+L', true)).toBe(false);
  });

  it('is nothing else', () => {
    expect(isPanicKey(press('l', 'KeyL', { control: true }), 'CmdOrCtrl+Shift+L', false), 'the ordinary lock').toBe(false);
    expect(isPanicKey(press('L', 'KeyL', { ...both, alt: true }), 'CmdOrCtrl+Shift+L', false)).toBe(false);
    expect(isPanicKey(press('L', 'KeyL', { ...both, type: 'keyUp' }), 'CmdOrCtrl+Shift+L', false)).toBe(false);
    expect(isPanicKey(press('F9', 'F9', { shift: true }), 'F9', false)).toBe(false);
    expect(isPanicKey(press('F1', 'F1'), 'F12', false)).toBe(false);
  });
});
