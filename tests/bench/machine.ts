import { readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release } from 'node:os';

/** What the figures were measured on, and what else the machine was doing: printed beside every table. */
const tmpfsType = 0x0102_1994;

/** A sync costs nothing in memory, so nothing that is promised about syncs may be measured there. */
export function isInMemory(folder: string): boolean {
  return statfsSync(folder).type === tmpfsType;
}

export function machineLine(): string {
  return `node ${process.versions.node}, Linux ${release()}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, governor ${governor()}`;
}

/** Load averages, and the share of processor time the host took away so far. */
export function loadLine(): string {
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, steal = 0] = (read('/proc/stat').split('\n')[0] ?? '')
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const all = user + nice + system + idle + wait + irq + soft + steal;
  return `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}, steal ${((steal / Math.max(all, 1)) * 100).toFixed(1)} %`;
}

/** Bytes this process has given to write calls so far; 0 where the system does not tell. */
export function writtenBytes(): number {
  return Number(/wchar: (\d+)/.exec(read('/proc/self/io'))?.[1] ?? 0);
}

export function residentMiB(): number {
  return kibOf('VmRSS') / 1024;
}
/** Memory now; the peak is counted from here on where the system allows it. */
export function forgetPeak(): number {
  globalThis.gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Not this system: the peak is that of the whole run then.
  }
  return residentMiB();
}
/** Most memory since {@link forgetPeak}. */
export function peakMiB(): number {
  return kibOf('VmHWM') / 1024;
}

/**
 * Watches every process below this one: `stop` tells the most MiB they had together, pages they share counted once. What comes and goes
 * between two looks is not seen.
 */
export function peakOfChildren(): { readonly stop: () => number } {
  let peak = 0;
  const looking = setInterval(() => {
    const pss = below(process.pid).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
    peak = Math.max(
      peak,
      pss.reduce((sum, each) => sum + each, 0),
    );
  }, 150);
  return {
    stop: () => {
      clearInterval(looking);
      return peak / 1024;
    },
  };
}

function below(pid: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0)]),
  );
  const childrenOf = (one: number): readonly number[] => [...parents].flatMap(([child, parent]) => (parent === one ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

function kibOf(field: string): number {
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(read('/proc/self/status'))?.[1] ?? 0);
}
function governor(): string {
  return read('/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor').trim() || 'not told';
}
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Another system, or a machine that does not tell.
    return '';
  }
}
