import { describe, expect, it } from 'vitest';
import { doorLeftOpen } from '#main/app/door-left-open.ts';

const shipped = { packaged: true, underTest: false };

describe('the command line of the app', () => {
  it('starts with nothing, with its own folder of settings and with a file to open', () => {
    expect(doorLeftOpen([], shipped)).toBeNull();
    expect(doorLeftOpen(['--user-data-dir=/home/a/notes', '/home/a/Case.case'], shipped)).toBeNull();
  });

  it.each([
    '--no-sandbox',
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=0',
    '--inspect-brk=1',
    '-inspect',
    '--NO-SANDBOX',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--proxy-server=10.0.0.1:80',
    '--host-resolver-rules=MAP * 10.0.0.1',
    '--js-flags=--allow-natives-syntax',
    '--log-net-log=/tmp/log',
    '--renderer-cmd-prefix=/bin/sh',
  ])('refuses %s', (argument) => {
    expect(doorLeftOpen(['--user-data-dir=/x', argument], shipped)).not.toBeNull();
    expect(doorLeftOpen([argument], { packaged: false, underTest: false })).not.toBeNull();
  });

  it('names the switch and not its value', () => {
    expect(doorLeftOpen(['--proxy-server=secret.example:80'], shipped)).toBe('proxy-server');
  });

  it('lets a spec drive an unpackaged app, and never a packaged one', () => {
    expect(doorLeftOpen(['--inspect=0', '--no-sandbox'], { packaged: false, underTest: true })).toBeNull();
    expect(doorLeftOpen(['--inspect=0'], { packaged: true, underTest: true })).toBe('inspect');
  });
});
