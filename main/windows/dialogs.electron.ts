import { basename } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { dialogWords } from '#shared/wording/english/shell.ts';

/**
 * Dialogs of the system. They answer paths, which stay in the shell. `dontAddToRecent` and no default folder: what was opened
 * must not show in lists of the system. `dialog.x` is called late, so that a spec can answer in its place.
 */
export async function chooseFiles(over: BrowserWindow): Promise<readonly string[]> {
  const answer = await dialog.showOpenDialog(over, open(dialogWords.addEvidence, ['openFile', 'multiSelections', 'showHiddenFiles']));
  return answer.canceled ? [] : answer.filePaths;
}

export async function chooseFolder(over: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(over, open(dialogWords.chooseFolder, ['openDirectory', 'createDirectory']));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

export async function chooseCase(over: BrowserWindow): Promise<string | null> {
  const answer = await dialog.showOpenDialog(over, open(dialogWords.openCase, ['openDirectory']));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

export async function chooseSaveFile(over: BrowserWindow, suggestedName: string): Promise<string | null> {
  const answer = await dialog.showSaveDialog(over, {
    title: dialogWords.saveCopy,
    defaultPath: plainName(suggestedName),
    properties: ['dontAddToRecent', 'createDirectory', 'showOverwriteConfirmation'],
  });
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

export async function chooseNewCase(over: BrowserWindow, suggestedName: string): Promise<string | null> {
  const answer = await dialog.showSaveDialog(over, {
    title: dialogWords.newCase,
    buttonLabel: dialogWords.create,
    defaultPath: plainName(suggestedName),
    properties: ['dontAddToRecent', 'createDirectory'],
  });
  if (answer.canceled || !answer.filePath) return null;
  return answer.filePath.endsWith('.case') ? answer.filePath : `${answer.filePath}.case`;
}

const open = (title: string, properties: NonNullable<OpenDialogOptions['properties']>): OpenDialogOptions => ({
  title,
  buttonLabel: dialogWords.open,
  properties: [...properties, 'dontAddToRecent'],
});

/** A page suggests a name, never a folder. */
function plainName(suggested: string): string {
  return basename(suggested.replaceAll('\\', '/')).slice(0, 200);
}
