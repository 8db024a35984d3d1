import type { Progress } from '#main/usecases/ports/progress.ts';
import type { World } from './world.ts';

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A number of bytes as a person reads it: `1.4 GiB`. */
export function bytesInWords(bytes: number): string {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1];
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${units[unit]}`;
}

const phaseWords: { readonly [phase: string]: string } = { writing: 'Writing', verifying: 'Verifying', sealing: 'Sealing anew' };

/** One line of progress of a job that counts bytes. */
export function progressLine(phase: string, done: number, total: number): string {
  return total > 0 ? `${phaseWords[phase] ?? 'Working'} ${Math.floor((done / total) * 100)} %, ${bytesInWords(done)} of ${bytesInWords(total)}` : '';
}

/** Between two lines, so that a job of many small steps does not spend its time telling of them. */
const quietMs = 100;

/** Progress and Ctrl-C of a job that no open case runs; `end` clears the line. Phases in `counted` count bytes, others only percent. */
export function worldProgress(world: World, counted: readonly string[]): Progress & { readonly end: () => void } {
  let cancelled = false;
  let saidAt = Number.NEGATIVE_INFINITY;
  const hear = world.onInterrupt(() => {
    cancelled = true;
  });
  return {
    cancelled: () => cancelled,
    step: (phase, done, total) => {
      if (!world.sayProgress || total <= 0 || performance.now() - saidAt < quietMs) return;
      saidAt = performance.now();
      world.sayProgress(counted.includes(phase) ? progressLine(phase, done, total) : `${phaseWords[phase] ?? 'Working'} ${Math.floor((done / total) * 100)} %`);
    },
    end: () => {
      hear();
      world.sayProgress?.('');
    },
  };
}
