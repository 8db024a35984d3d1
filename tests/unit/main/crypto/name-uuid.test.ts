import { describe, expect, it } from 'vitest';
import { drawnUuid, nameUuid } from '#main/crypto/name-uuid.ts';

describe('a UUID out of a name', () => {
  it('is the one of RFC 9562 appendix A.4', () => {
    expect(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('in the form of version 4 is drawn from the name alone', () => {
    expect(drawnUuid('seven herons')).toBe('57bd6ccc-da41-4647-914f-5d90301d26d1');
    expect(drawnUuid('eight herons')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
