import { describe, expect, it } from 'vitest';
import { mustLock } from '#main/app/must-lock.ts';

const patience = { limitSeconds: 300, lockWithScreen: true };

describe('an unattended case', () => {
  it('locks after the limit without a key or the mouse', () => {
    expect(mustLock({ idleSeconds: 299, state: 'active' }, patience)).toBe(false);
    expect(mustLock({ idleSeconds: 300, state: 'idle' }, patience)).toBe(true);
  });

  it('locks with the screen, at once', () => {
    expect(mustLock({ idleSeconds: 0, state: 'locked' }, patience)).toBe(true);
  });

  it('waits for the limit behind a locked screen only when that was chosen', () => {
    const alone = { ...patience, lockWithScreen: false };
    expect(mustLock({ idleSeconds: 10, state: 'locked' }, alone)).toBe(false);
    expect(mustLock({ idleSeconds: 300, state: 'locked' }, alone)).toBe(true);
  });

  it('does not lock because a desktop cannot say', () => {
    expect(mustLock({ idleSeconds: 0, state: 'unknown' }, patience)).toBe(false);
  });
});
