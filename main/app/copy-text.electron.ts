import { clipboard } from 'electron';

let copied: string | null = null;
let timer: NodeJS.Timeout | undefined;

/** Puts text of a case on the clipboard and takes it away after `keptForSeconds`, or at the lock. */
export async function copyText(text: string, keptForSeconds: number): Promise<void> {
  clearTimeout(timer);
  await clipboard.writeText(text);
  copied = text;
  timer = setTimeout(() => void forgetClipboard(), keptForSeconds * 1_000);
}

/** Empties the clipboard if it still holds what we put there; what the person copied since is theirs. */
export async function forgetClipboard(): Promise<void> {
  clearTimeout(timer);
  const ours = copied;
  copied = null;
  if (ours !== null && (await clipboard.readText()) === ours) clipboard.clear();
}
