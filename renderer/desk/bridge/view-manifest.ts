import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { CommandName } from '#shared/contract/contract.ts';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import type { Question } from './use-query.ts';

/** What a view says of itself in `views/<id>/manifest.ts`; navigation, palette, keys and help follow from it. */
export type ViewManifest = {
  /** Name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  /** Such as `Mod+1`; Mod is Ctrl, or Cmd on a Mac. */
  readonly shortcut: string | null;
  /** Part of the navigation it stands in. */
  readonly group: 'case' | 'material' | 'analysis' | 'output' | 'keeping';
  /** Kinds of object it shows when one is opened. */
  readonly shows: readonly ObjectKind[];
  /** Paragraphs of its page in the help, which F1 opens while the view is shown. */
  readonly help?: readonly string[];
  /** Commands given in this view, where their topic is not its name. */
  readonly commands?: readonly CommandName[];
  /** What it asks as soon as it is shown, as it asks it; `byRole` where roles are shown in place of names. */
  readonly begins?: (byRole: boolean) => readonly Question[];
  readonly load: () => Promise<ComponentType>;
};
