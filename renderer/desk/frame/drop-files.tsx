import { useEffect, useState } from 'react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { type GivenFile, takeIn } from '../bridge/take-in.ts';
import { say } from '../bridge/toasts.ts';

/** Bytes of a dropped file pass through this page, so a big one is better chosen in the import dialog, where only a ticket does. */
const mostBytes = 64 * 1024 * 1024;

/** Files may be dropped anywhere in the window. */
export function DropFiles() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    // Without this the window would navigate to the dropped file.
    const hold = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void takeInDropped(files);
    };
    const listeners = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', hold],
      ['drop', drop],
    ] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-over">
      <div className="drop-words">{deskWords.takeIn.dropHere}</div>
    </div>
  );
}

async function takeInDropped(files: readonly File[]): Promise<void> {
  const read = await Promise.all(files.map(readDropped));
  const given = read.filter((file) => file !== null);
  if (given.length > 0) await takeIn(given, {});
}

async function readDropped(file: File): Promise<GivenFile | null> {
  if (file.size > mostBytes) {
    say({ tone: 'bad', title: deskWords.takeIn.tooLargeToDrop(file.name) });
    return null;
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { name: file.name, file: { from: 'bytes', name: file.name, bytes } };
  } catch {
    // A folder, or a file that went away.
    say({ tone: 'bad', title: deskWords.takeIn.cannotReadDropped(file.name) });
    return null;
  }
}
