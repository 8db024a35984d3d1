import { z } from 'zod';
import { type Language, languageChoices } from '../kernel/languages.ts';
import { clipboardSeconds, contrasts, densities, lockMinutes, motions, panicKeys, shieldedKinds, textSizes, themes } from './setting-choices.ts';

/** What the analyst chooses for this computer. Kept in plain text outside any case, so nothing of a case may be in it. */
export const ChosenSettingsSchema = z
  .object({
    theme: z.enum(themes),
    contrast: z.enum(contrasts),
    motion: z.enum(motions),
    density: z.enum(densities),
    textSize: z.literal(textSizes),
    /** `system`: the first language of the system that is spoken here, else English. */
    language: z.enum(['system', ...languageChoices]),
    /** Keys chosen for actions of the desk, such as `Mod+Shift+K`, by the id of the action; an empty text leaves an action without a key. */
    shortcuts: z.record(z.string().max(60), z.string().max(40)),
    lockAfterMinutes: z.int().min(lockMinutes.least).max(lockMinutes.most),
    /** Also when the screen locks. Sleep and shutdown always lock. */
    lockWithScreen: z.boolean(),
    panicKey: z.enum(panicKeys),
    /** A lock ends the whole program instead of showing the unlock page: the only way to end what the shell itself has carried. */
    endWithLock: z.boolean(),
    clipboardSeconds: z.int().min(clipboardSeconds.least).max(clipboardSeconds.most),
    /** Keeps the windows out of screenshots and recordings, where the system can (macOS, Windows). */
    contentProtection: z.boolean(),
    /** Whether the unlock page offers to remember a case. Remembered folders are kept in plain text. */
    mayRemember: z.boolean(),
    /** Whether people at risk go by their roles on the screen, for work where others can look on. */
    namesByRole: z.boolean(),
    /** Kinds of graphic material that are not shown until asked for. */
    shielded: z.array(z.enum(shieldedKinds)).readonly(),
  })
  .strict();
export type ChosenSettings = z.infer<typeof ChosenSettingsSchema>;
export const SettingsChangeSchema = ChosenSettingsSchema.partial();
export type SettingsChange = Partial<ChosenSettings>;

/** The settings with what the desk shows beside them. */
export type ShownSettings = ChosenSettings & {
  /** How many case folders are remembered. */
  readonly remembered: number;
  /** Whether this system can keep windows out of screenshots at all. */
  readonly canProtectContent: boolean;
  /** What is spoken now: the choice, or what the system wishes. */
  readonly spoken: Language;
};
