import type { LucideIcon } from 'lucide-react';
import type { ActionId } from '../bridge/action-ids.ts';

/** Something the analyst can do from anywhere: in the palette, the shell's menu, on a key and in the help sheet. */
export type Action = {
  readonly id: ActionId;
  readonly title: string;
  /** By which it is found, whatever language is spoken. */
  readonly englishTitle?: string;
  readonly icon: LucideIcon;
  /** Such as `Mod+K`; several when the keyboard knows several. */
  readonly keys: readonly string[];
  readonly group: 'go' | 'do' | 'window';
  readonly run: () => void;
};
