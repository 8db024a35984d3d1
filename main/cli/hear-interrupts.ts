import process from 'node:process';
import type { World } from './world.ts';

/**
 * Ctrl-C as a wish, not an axe: whoever works is told and stops at its next step, so that nothing half-written is left. Who
 * begins to listen after it was pressed is told at once. Pressed twice, the program ends there and then.
 */
export function hearInterrupts(): World['onInterrupt'] {
  const listeners = new Set<() => void>();
  let pressed = false;
  const hear = (): void => {
    if (pressed) process.exit(1);
    pressed = true;
    for (const listener of listeners) listener();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return (listener) => {
    listeners.add(listener);
    if (pressed) listener();
    return () => listeners.delete(listener);
  };
}
