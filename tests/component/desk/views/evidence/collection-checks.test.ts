import { describe, expect, it } from 'vitest';
import { fittedValue, usableAs } from '#renderer/desk/views/evidence/collection-checks.ts';

describe('found metadata offered for the source', () => {
  it('is offered for the field its name speaks of', () => {
    expect(usableAs('og:title')).toBe('title');
    expect(usableAs('datePublished')).toBe('publishedAt');
    expect(usableAs('article:published_time')).toBe('publishedAt');
    expect(usableAs('canonical')).toBe('url');
    expect(usableAs('XResolution')).toBeNull();
  });

  it('brings the dates of web pages and cameras to EDTF days', () => {
    expect(fittedValue('2025-01-12T09:00:00+01:00', 'publishedAt')).toBe('2025-01-12');
    expect(fittedValue('2025:01:11 08:12:00', 'publishedAt')).toBe('2025-01-11');
    expect(fittedValue('  Two\n lines ', 'title')).toBe('Two lines');
  });
});
