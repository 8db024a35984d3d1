import { describe, expect, it } from 'vitest';
import { mustLock } from '#main/app/must-lock.ts';

describe('an unattended case', () => {
  it('locks after the limit without a key or the mouse', () => {
    expect(mustLock({ idleSeconds: 299, state: 'active' }, 300)).toBe(false);
    expect(mustLock({ idleSeconds: 300, state: 'idle' }, 300)).toBe(true);
  });

  it('locks with the screen, at once', () => {
    expect(mustLock({ idleSeconds: 0, state: 'locked' }, 300)).toBe(true);
  });

  it('does not lock because a desktop cannot say', () => {
    expect(mustLock({ idleSeconds: 0, state: 'unknown' }, 300)).toBe(false);
  });
});
