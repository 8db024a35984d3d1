import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#main/protocols/security-headers.ts';

const policyOf = (shown: Parameters<typeof securityHeaders>[0]) =>
  Object.fromEntries(
    (securityHeaders(shown)['Content-Security-Policy'] ?? '').split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
  );

describe('headers of every response', () => {
  it('refuse whatever is not named, on every page', () => {
    for (const page of ['desk', 'unlock', 'quarantine'] as const) {
      const policy = policyOf({ page });
      expect(policy['default-src']).toBe("'none'");
      expect(policy['base-uri']).toBe("'none'");
      expect(policy['form-action']).toBe("'none'");
      expect(policy['frame-ancestors']).toBe("'none'");
      expect(policy['script-src']).toBe("'self'");
      expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|\*|wss?:/);
    }
  });

  it('let no page connect, the one that parses untrusted bytes included', () => {
    for (const page of ['desk', 'unlock', 'quarantine'] as const) expect(policyOf({ page })['connect-src']).toBe("'none'");
  });

  it('let neither the desk nor the unlock page connect or make code from text', () => {
    for (const page of ['desk', 'unlock'] as const) {
      const policy = policyOf({ page });
      expect(policy['connect-src']).toBe("'none'");
      expect(policy['object-src']).toBe("'none'");
      expect(policy['require-trusted-types-for']).toBe("'script'");
    }
  });

  it('let the desk alone start workers, from its own files, through one named policy', () => {
    expect(policyOf({ page: 'desk' })).toMatchObject({ 'worker-src': "'self'", 'trusted-types': 'own-workers' });
    expect(policyOf({ page: 'unlock' })['trusted-types']).toBe("'none'");
    expect(policyOf({ page: 'unlock' })['worker-src']).toBeUndefined();
    expect(policyOf({ page: 'quarantine' })['worker-src']).toBeUndefined();
  });

  it('give a saved page no origin, no script and nothing from outside itself', () => {
    const policy = policyOf({ evidence: 'saved-page' });
    expect(policy).toHaveProperty('sandbox', '');
    expect(policy['default-src']).toBe("'none'");
    expect(policy['img-src']).toBe('data:');
    expect(policy['script-src']).toBeUndefined();
    expect(policy['frame-ancestors']).toBe("'self'");
  });

  it('let nothing come of any other evidence', () => {
    expect(policyOf({ evidence: 'bytes' })).toMatchObject({ 'default-src': "'none'", 'frame-ancestors': "'none'", sandbox: '' });
  });

  it('keep types as they are told, keep nothing in caches and refuse every feature', () => {
    for (const shown of [{ page: 'desk' }, { evidence: 'saved-page' }, { evidence: 'bytes' }] as const) {
      const headers = securityHeaders(shown);
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Cache-Control']).toBe('no-store');
      expect(headers['Referrer-Policy']).toBe('no-referrer');
      expect(headers['Cross-Origin-Resource-Policy']).toBe('same-origin');
      expect(headers['Permissions-Policy']).toContain('camera=()');
    }
  });
});
