import type { Brand } from './brand.ts';

/** Text that came from outside and has not been checked; show it as text only, never as HTML, a path or a name of a file. */
export type Untrusted = Brand<string, 'Untrusted'>;
