import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const plan = readFileSync(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8');
const manifest: { readonly devDependencies: { readonly [name: string]: string } } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'),
);

describe('what is packaged', () => {
  it.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['grantFileProtocolExtraPrivileges', false],
    ['enableCookieEncryption', false],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['onlyLoadAppFromAsar', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
  ])('has the fuse %s set to %s', (fuse, value) => {
    expect(plan).toMatch(new RegExp(`^  ${fuse}: ${value}$`, 'm'));
  });

  it('lies in an archive, is never published, and takes no file types of the system', () => {
    expect(plan).toMatch(/^asar: true$/m);
    expect(plan).toMatch(/^publish: null$/m);
    expect(plan).not.toMatch(/fileAssociations|protocols:/);
  });

  it('holds neither the stand-in nor tests', () => {
    const shipped = [...plan.matchAll(/^ {2}- (\S+)$/gm)].map(([, pattern]) => pattern ?? '');
    expect(shipped.filter((pattern) => /^"?(\*|out\/\*|tests|out\/stand-in|out\/bench)/.test(pattern))).toEqual([]);
  });

  it('is a current Electron, pinned', () => {
    expect(manifest.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number.parseInt(manifest.devDependencies['electron'] ?? '0', 10)).toBeGreaterThanOrEqual(45);
  });
});
