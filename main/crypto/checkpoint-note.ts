import { hashLength } from './merkle-tree.ts';

/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size in decimal, root in base64, and nothing after that. */
export type CheckpointText = { readonly origin: string; readonly size: number; readonly root: Uint8Array };

export function formatCheckpoint({ origin, size, root }: CheckpointText): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the text of a checkpoint; `null` when it is none. Extension lines are none of ours, so a text that has any is refused. */
export function parseCheckpoint(text: string): CheckpointText | null {
  const [origin = '', decimal = '', base64 = ''] = text.split('\n');
  const root = Uint8Array.from(Buffer.from(base64, 'base64'));
  const size = Number(decimal);
  if (origin === '' || !Number.isSafeInteger(size) || size < 0 || root.length !== hashLength) return null;
  const read = { origin, size, root };
  return formatCheckpoint(read) === text ? read : null;
}
