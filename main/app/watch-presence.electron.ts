import { powerMonitor } from 'electron';
import { mustLock, type Patience } from './must-lock.ts';

const pollEveryMs = 5_000;

/**
 * Calls `lock` when the person has left: idle, locked screen, sleep, shutdown. `patience` is asked each time, so that a setting holds
 * at once. Returns how to stop watching.
 */
export function watchPresence(patience: () => Patience, lock: () => void): () => void {
  const timer = setInterval(() => {
    const now = patience();
    const presence = { idleSeconds: powerMonitor.getSystemIdleTime(), state: powerMonitor.getSystemIdleState(now.limitSeconds) };
    if (mustLock(presence, now)) lock();
  }, pollEveryMs);
  const withScreen = () => {
    if (patience().lockWithScreen) lock();
  };
  powerMonitor.on('lock-screen', withScreen);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', lock);
  powerMonitor.on('user-did-resign-active', withScreen);
  return () => {
    clearInterval(timer);
    powerMonitor.off('lock-screen', withScreen);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('shutdown', lock);
    powerMonitor.off('user-did-resign-active', withScreen);
  };
}
