import { expect, test } from 'vitest';
import { type Pressed, shortcutOf } from '#renderer/desk/components/key-capture/pressed-keys.ts';
import { keysShown } from '#renderer/desk/components/key-hint/keys-shown.ts';
import type { Action } from '#renderer/desk/frame/action.ts';
import { actionFor, isPressed } from '#renderer/desk/frame/keyboard-map.ts';

const none: Pressed = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const ctrl = (key: string, code: string, more: Partial<Pressed> = {}): Pressed => ({ ...none, key, code, ctrlKey: true, ...more });
const action = (id: string, keys: readonly string[]): Action =>
  ({ id: id as Action['id'], title: id, icon: () => null, group: 'do', keys, run: () => undefined }) as unknown as Action;
const actions = [
  action('palette', ['Mod+K']),
  action('undo', ['Mod+Z']),
  action('redo', ['Mod+Shift+Z', 'Mod+Y']),
  action('help', ['?', 'F1']),
  action('back', ['Alt+ArrowLeft']),
];

test('a shortcut is found by the place of the key when the layout is Cyrillic or Hangul', () => {
  expect(isPressed('Mod+K', ctrl('л', 'KeyK'), false)).toBe(true);
  expect(isPressed('Mod+K', ctrl('ㅏ', 'KeyK'), false)).toBe(true);
  expect(isPressed('Mod+2', ctrl('é', 'Digit2'), false)).toBe(true);
});

test('a Latin letter counts by what it is, not by where it lies', () => {
  expect(isPressed('Mod+Z', ctrl('z', 'KeyY'), false)).toBe(true);
  expect(isPressed('Mod+Z', ctrl('y', 'KeyZ'), false)).toBe(false);
});

test('Shift tells redo from undo', () => {
  expect(actionFor(actions, ctrl('z', 'KeyZ'), false, false)?.id).toBe('undo');
  expect(actionFor(actions, ctrl('Z', 'KeyZ', { shiftKey: true }), false, false)?.id).toBe('redo');
});

test('Mod is Cmd on a Mac and Ctrl elsewhere', () => {
  expect(isPressed('Mod+K', ctrl('k', 'KeyK'), true)).toBe(false);
  expect(isPressed('Mod+K', { ...none, key: 'k', code: 'KeyK', metaKey: true }, true)).toBe(true);
  expect(keysShown('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(keysShown('Mod+Shift+Z', true)).toBe('⌘⇧Z');
});

test('while writing, a text field keeps its own undo and every plain key', () => {
  expect(actionFor(actions, ctrl('z', 'KeyZ'), true, false)).toBeNull();
  expect(actionFor(actions, { ...none, key: '?', code: 'Slash', shiftKey: true }, true, false)).toBeNull();
  expect(actionFor(actions, { ...none, key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, true, false)).toBeNull();
  expect(actionFor(actions, ctrl('k', 'KeyK'), true, false)?.id).toBe('palette');
  expect(actionFor(actions, { ...none, key: 'F1', code: 'F1' }, true, false)?.id).toBe('help');
});

test('a sign counts however the layout makes it', () => {
  expect(actionFor(actions, { ...none, key: '?', code: 'Slash', shiftKey: true }, false, false)?.id).toBe('help');
  expect(actionFor(actions, { ...none, key: '?', code: 'KeyM' }, false, false)?.id).toBe('help');
});

test('what is pressed becomes a shortcut by the place on the keyboard; what would be typed into a field does not', () => {
  expect(shortcutOf(ctrl('л', 'KeyK'), false)).toBe('Mod+K');
  expect(shortcutOf(ctrl('K', 'KeyK', { shiftKey: true, altKey: true }), false)).toBe('Mod+Alt+Shift+K');
  expect(shortcutOf({ ...none, key: 'F2', code: 'F2' }, false)).toBe('F2');
  expect(shortcutOf({ ...none, key: 'k', code: 'KeyK' }, false)).toBeNull();
  expect(shortcutOf(ctrl('Control', 'ControlLeft'), false)).toBeNull();
  expect(isPressed(shortcutOf(ctrl('?', 'Slash', { shiftKey: true }), false) ?? '', ctrl('?', 'Slash', { shiftKey: true }), false)).toBe(true);
});
