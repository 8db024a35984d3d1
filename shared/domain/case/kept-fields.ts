import { z } from 'zod';
import { ObjectIdSchema } from '#shared/kernel/ids.ts';
import { InstantSchema } from '../fields.ts';

/** What everything has that an analyst keeps beside the material: boards, filters of the ledger, searches, watch terms. */
export const keptFields = { id: ObjectIdSchema, madeAt: InstantSchema, changedAt: InstantSchema, by: z.string() };
