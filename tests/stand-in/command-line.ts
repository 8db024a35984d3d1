import type * as Electron from 'electron';

/** The switches Electron would hand to Chromium; the launcher reads them once, when the application's main script has run. */
export const switches = new Map<string, string>();

export const commandLine = {
  appendSwitch: (name: string, value = ''): void => {
    switches.set(name, value);
  },
  appendArgument: (_value: string): void => {},
  hasSwitch: (name: string): boolean => switches.has(name),
  getSwitchValue: (name: string): string => switches.get(name) ?? '',
  removeSwitch: (name: string): void => {
    switches.delete(name);
  },
} satisfies Electron.CommandLine;

/** A person at the keyboard presses real accelerators; a debugger's synthetic keys never reach them in Electron. */
export function underDebugger(): boolean {
  return ['inspect', 'inspect-brk', 'remote-debugging-port'].some((name) => switches.has(name));
}

export type Started = { readonly target: string; readonly requires: readonly string[] };

/** Electron's own command line: `-r file`, `--switch[=value]`, then the application. */
export function parseArguments(argv: readonly string[]): Started {
  const requires: string[] = [];
  let target: string | undefined;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '-r' || word === '--require') requires.push(argv[++i] ?? '');
    else if (word.startsWith('--')) {
      const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(word) ?? [];
      switches.set(name, value);
    } else target ??= word;
  }
  return { target: target ?? '.', requires };
}
