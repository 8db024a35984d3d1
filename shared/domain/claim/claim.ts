import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { AnchorSchema } from '../evidence/anchor.ts';
import { InstantSchema, SentenceSchema } from '../fields.ts';
import { EdtfDateSchema } from '../moment/edtf-date.ts';
import { CredibilitySchema } from '../rating/admiralty.ts';

export const speechActs = [
  'said',
  'claimed',
  'reported-citing',
  'confirmed',
  'denied',
  'declined-to-comment',
  'did-not-respond',
  'showed',
  'published',
] as const;
export const SpeechActSchema = z.enum(speechActs);
export type SpeechAct = z.infer<typeof SpeechActSchema>;

export const workStates = ['to-do', 'in-progress', 'help-needed', 'ready-for-review', 'completed', 'cancelled'] as const;
export const WorkStateSchema = z.enum(workStates);
export type WorkState = z.infer<typeof WorkStateSchema>;

export const findings = [
  'unassessed',
  'uncorroborated',
  'corroborated',
  'disputed',
  'contradicted',
  'refuted',
  'unverifiable',
  'withdrawn',
  'superseded',
] as const;
export const FindingSchema = z.enum(findings);
export type Finding = z.infer<typeof FindingSchema>;

export const mediaVerdicts = ['original', 'decontextualised', 'edited', 'transformed', 'staged', 'satire'] as const;
export const MediaVerdictSchema = z.enum(mediaVerdicts);
export type MediaVerdict = z.infer<typeof MediaVerdictSchema>;

/** One proposition, with who said it and through whom it reached the case. */
export const ClaimSchema = z
  .object({
    id: ObjectIdSchema,
    text: SentenceSchema,
    /** The entity that asserts it. */
    asserterId: ObjectIdSchema,
    act: SpeechActSchema,
    /** Entities that relayed it, in order from the asserter to the analyst. */
    viaIds: z.array(ObjectIdSchema).max(20).readonly(),
    saidAt: EdtfDateSchema.nullable(),
    eventAt: EdtfDateSchema.nullable(),
    anchors: z.array(AnchorSchema).max(100).readonly(),
    workState: WorkStateSchema,
    finding: FindingSchema,
    /** Images and video only. */
    verdict: MediaVerdictSchema.nullable(),
    credibility: CredibilitySchema.nullable(),
    madeAt: InstantSchema,
    changedAt: InstantSchema,
    by: z.string(),
  })
  .readonly();
export type Claim = z.infer<typeof ClaimSchema>;
