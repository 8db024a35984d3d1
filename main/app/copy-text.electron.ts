import { clipboard } from 'electron';

const keptForMs = 30_000;
let copied: string | null = null;
let timer: NodeJS.Timeout | undefined;

/** Puts text of a case on the clipboard and takes it away after half a minute, or at the lock. */
export async function copyText(text: string): Promise<void> {
  clearTimeout(timer);
  await clipboard.writeText(text);
  copied = text;
  timer = setTimeout(() => void forgetClipboard(), keptForMs);
}

/** Empties the clipboard if it still holds what we put there; what the person copied since is theirs. */
export async function forgetClipboard(): Promise<void> {
  clearTimeout(timer);
  const ours = copied;
  copied = null;
  if (ours !== null && (await clipboard.readText()) === ours) clipboard.clear();
}
