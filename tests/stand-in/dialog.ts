import { execFile } from 'node:child_process';
import type * as Electron from 'electron';
import { refuseUnknown } from './refuse-unknown.ts';
import { BrowserWindow } from './window.ts';

// Specs replace these functions. A person trying the demonstration engine is asked by zenity where it exists, else on the terminal.

function zenity(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('zenity', [...args], (error, out) => resolve((error as NodeJS.ErrnoException | null)?.code === 'ENOENT' ? undefined : out.trim()));
  });
}

function onTerminal(question: string): Promise<string> {
  if (!process.stdin.isTTY) return Promise.resolve('');
  process.stdout.write(`${question}: `);
  return new Promise((resolve) => process.stdin.once('data', (data) => resolve(data.toString().trim())));
}

async function ask(args: readonly string[], question: string): Promise<string> {
  return (await zenity(args)) ?? (await onTerminal(question));
}

/** Electron's dialogs take the window first, or not at all. */
function optionsOf<T>(first: unknown, second: T | undefined): T {
  return first instanceof BrowserWindow || second !== undefined ? (second ?? ({} as T)) : (first as T);
}

export const dialog = {
  async showOpenDialog(first: unknown, second?: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
    const { title = 'Open', properties = [] } = optionsOf(first, second);
    const several = properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : [];
    const folder = properties.includes('openDirectory') ? ['--directory'] : [];
    const answer = await ask(['--file-selection', `--title=${title}`, ...several, ...folder], `${title} (path; empty to cancel)`);
    return { canceled: answer === '', filePaths: answer === '' ? [] : answer.split('\n') };
  },
  async showSaveDialog(first: unknown, second?: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
    const { title = 'Save as', defaultPath = '' } = optionsOf(first, second);
    const filePath = await ask(['--file-selection', '--save', `--title=${title}`, `--filename=${defaultPath}`], `${title} (path; empty to cancel)`);
    return { canceled: filePath === '', filePath };
  },
  async showMessageBox(first: unknown, second?: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    const { message = '', detail = '', buttons = ['OK'], cancelId = 0 } = optionsOf(first, second);
    const choices = buttons.map((button, index) => `${index} = ${button}`).join(', ');
    const answer = await onTerminal([message, detail, choices].filter((line) => line !== '').join('\n'));
    return { response: answer === '' ? cancelId : Number(answer), checkboxChecked: false };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};
({}) as typeof dialog satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>;
refuseUnknown('dialog', dialog);
