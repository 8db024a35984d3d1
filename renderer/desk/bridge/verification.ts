import type { z } from 'zod';
import type { VerificationSchema } from '#shared/contract/case.ts';
import { store } from './store.ts';

/** What the last check of the case found, since it was opened; null before one was run. */
export const lastVerification = store<z.infer<typeof VerificationSchema> | null>(null);
