import { z } from 'zod';

/** Marks of people at risk and of material that leaves the case only redacted (DOMAIN: Geneva Convention III art. 13, ICRC guidance). */
export const atRiskMarks = ['captive', 'minor', 'witness', 'victim', 'private-document', 'living-location', 'graphic'] as const;
export const AtRiskMarkSchema = z.enum(atRiskMarks);
export type AtRiskMark = z.infer<typeof AtRiskMarkSchema>;
