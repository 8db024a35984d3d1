import { expect, test } from 'vitest';
import { accelerates } from '#tests/stand-in/accelerator.ts';
import { fromWeb, policyToWeb, registerScheme, toWeb } from '#tests/stand-in/address.ts';
import { refuseUnknown } from '#tests/stand-in/refuse-unknown.ts';

registerScheme('app', { standard: true, secure: true });

test('addresses of the scheme go to a host that cannot resolve, and come back whole', () => {
  for (const url of ['app://desk/index.html', 'app://desk/a/b?c=d#e', 'app://unlock']) expect(fromWeb(toWeb(url))).toBe(url);
  expect(toWeb('app://desk/x')).toBe('https://desk.app.stand-in.invalid/x');
  expect(toWeb('https://example.com/app://desk/')).toBe('https://example.com/app://desk/');
  expect(fromWeb('https://desk.app.stand-in.invalid.example.com/')).toBe('https://desk.app.stand-in.invalid.example.com/');
});

test('sources of a policy follow their addresses; other words stay', () => {
  expect(policyToWeb("img-src 'self' data: app://desk; font-src app:; sandbox")).toBe(
    "img-src 'self' data: https://desk.app.stand-in.invalid; font-src https://*.app.stand-in.invalid; sandbox",
  );
});

test('an accelerator is pressed by its own keys only', () => {
  const key = (name: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', true>>) => ({
    key: name,
    ctrl: false,
    meta: false,
    alt: false,
    shift: false,
    ...held,
  });
  const command = process.platform === 'darwin' ? { meta: true as const } : { ctrl: true as const };
  expect(accelerates('CmdOrCtrl+Shift+L', key('L', { ...command, shift: true }))).toBe(true);
  expect(accelerates('CmdOrCtrl+Shift+L', key('l', command))).toBe(false);
  expect(accelerates('F1', key('F1', {}))).toBe(true);
});

test('a member that is not supported names itself; awaiting and printing still work', async () => {
  class Thing {
    known = 1;
  }
  refuseUnknown('thing', Thing.prototype);
  const thing = new Thing() as Thing & { missing?: unknown };
  expect(() => thing.missing).toThrow('thing.missing is not supported');
  expect((await thing).known).toBe(1);
  expect(JSON.stringify(thing)).toBe('{"known":1}');
});
