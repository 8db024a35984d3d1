import { app, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { FromCaseProcess } from '#shared/contract/case-process.ts';
import type { Language } from '#shared/kernel/languages.ts';
import { type CaseLine, type CaseNews, caseLine } from '../bridge/case-line.ts';
import { anchorsFolder, places } from './places.electron.ts';

/** What of the environment a case process may see. A passphrase for the command line must not come along. */
const passedOn = [
  'APPDATA',
  'HOME',
  'LANG',
  'LC_ALL',
  'LOCALAPPDATA',
  'PATH',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'TZ',
  'USERPROFILE',
  'XDG_CONFIG_HOME',
  'XDG_RUNTIME_DIR',
];

/** `language` is for what the case process writes for people: shares, escrow files, notes of a repair. */
export type StartedCase = { readonly folder: string; readonly language: Language };

/** Starts a process that knows no case yet. */
export function forkCaseProcess(): UtilityProcess {
  const environment = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return utilityProcess.fork(places.caseProcess, [], {
    serviceName: 'Corroborate case',
    env: environment,
    execArgv: [],
    // Its messages never hold case content; a packaged app has nowhere to show them.
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  });
}

/** Gives `child` its one case folder and the port of the unlock page. Nothing is opened before a key comes. */
export function startCase(child: UtilityProcess, { folder, language }: StartedCase, unlockPort: MessagePortMain, news: CaseNews): CaseLine {
  const line = caseLine({ post: (message, ports = []) => child.postMessage(message, [...ports] as MessagePortMain[]), kill: () => killAtOnce(child) }, news);
  child.on('message', (message: FromCaseProcess) => line.receive(message));
  child.once('exit', () => line.gone());
  child.postMessage({ to: 'start', folder, language, tool: `Corroborate ${app.getVersion()}`, anchors: anchorsFolder() }, [unlockPort]);
  return line;
}

/** Not asked but killed: a process that hangs must not keep an open case in its memory. */
export function killAtOnce(child: UtilityProcess): void {
  if (child.pid === undefined) {
    child.once('spawn', () => child.kill()); // there is nothing to kill yet
    return void child.kill();
  }
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    child.kill(); // it has gone by itself, or the system does not let us
  }
}
