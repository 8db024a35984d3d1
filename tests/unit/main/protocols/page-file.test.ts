import { describe, expect, it } from 'vitest';
import { manifestFrom } from '#main/protocols/build-manifest.ts';
import { pageFile } from '#main/protocols/page-file.ts';

const manifest = manifestFrom(JSON.stringify({ desk: ['index.html', 'assets/desk-1.js', 'notes.exe'], unlock: ['index.html'], quarantine: ['index.html'] }));

describe('files of the pages', () => {
  it('are those of the build', () => {
    expect(pageFile('app://desk/index.html', manifest)).toEqual({ page: 'desk', name: 'index.html', contentType: 'text/html; charset=utf-8' });
    expect(pageFile('app://desk/index.html#locked', manifest)?.name).toBe('index.html');
    expect(pageFile('app://desk/assets/desk-1.js', manifest)?.contentType).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://desk/',
    'app://desk',
    'app://desk//index.html',
    'app://desk/./assets//desk-1.js',
    'app://desk/../index.html/..',
    'app://desk/../../etc/passwd',
    'app://desk/..%2f..%2fetc/passwd',
    'app://desk/%2e%2e/%2e%2e/etc/passwd',
    'app://desk/..%5c..%5cwindows/win.ini',
    'app://desk/..\\..\\etc\\passwd',
    'app://desk/assets/../../main/start.cjs',
    'app://desk/assets/..%2findex.html',
    'app://desk/assets%2fdesk-1.js',
    'app://desk/%69ndex.html',
    'app://desk/index.html%00.js',
    'app://desk/index.html\u0000',
    'app://desk/INDEX.HTML',
    'app://desk/index.html/',
    'app://desk/index.html?x=1',
    'app://desk/index.html;x',
    'app://desk/index.html ',
    'app://desk/index.htm',
    'app://desk/notes.exe',
    'app://desk//etc/passwd',
    'app://desk/C:/windows/win.ini',
    'app://desk/file:///etc/passwd',
    'app://desk/~/.ssh/id_ed25519',
    'app://desk/.env',
    'app://desk/package.json',
    'app://desk/__proto__',
    'app://desk/constructor',
    'app://desk/%u002e%u002e/x',
    'app://desk/\u202eindex.html',
    'app://desk/ındex.html',
    'app://unlock/assets/desk-1.js',
    'app://quarantine/assets/desk-1.js',
    'app://evil/index.html',
    'app://desk.evil/index.html',
    'app://evil.desk/index.html',
    'app://user@desk/index.html',
    'app://user:pass@desk/index.html',
    'app://desk:443/index.html',
    'app:///index.html',
    'app:desk/index.html',
    'App://desk/index.html',
    'https://desk/index.html',
    'file:///index.html',
    'desk/index.html',
    '',
  ])('do not come for %s', (address) => {
    expect(pageFile(address, manifest)).toBeNull();
  });

  it('need a list that the build wrote', () => {
    expect(() => manifestFrom('{}')).toThrow('manifest');
    expect(() => manifestFrom('null')).toThrow('manifest');
  });
});
