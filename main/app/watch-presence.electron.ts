import { powerMonitor } from 'electron';
import { mustLock } from './must-lock.ts';

const pollEveryMs = 5_000;

/** Calls `lock` when the person has left: idle, locked screen, sleep, shutdown. Returns how to stop watching. */
export function watchPresence(limitSeconds: number, lock: () => void): () => void {
  const timer = setInterval(() => {
    const presence = { idleSeconds: powerMonitor.getSystemIdleTime(), state: powerMonitor.getSystemIdleState(limitSeconds) };
    if (mustLock(presence, limitSeconds)) lock();
  }, pollEveryMs);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('shutdown', lock);
  powerMonitor.on('user-did-resign-active', lock);
  return () => {
    clearInterval(timer);
    powerMonitor.off('lock-screen', lock);
    powerMonitor.off('suspend', lock);
    powerMonitor.off('shutdown', lock);
    powerMonitor.off('user-did-resign-active', lock);
  };
}
