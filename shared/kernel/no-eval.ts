import { z } from 'zod';

/**
 * Schemas compile themselves with `new Function` unless told not to, and ask while they are made: this is the first import of every program
 * that has any. It may run where that is refused; and for the few objects that an opening looks at, compiling takes longer than it saves.
 */
z.config({ jitless: true });
