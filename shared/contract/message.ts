import type { z } from 'zod';

/** One message of the contract: what goes in, what comes out. Inputs are checked at run time, outputs by the compiler. */
export type Message<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = { readonly input: In; readonly output: Out };
export type Messages = { readonly [name: string]: Message };

export function message<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Message<In, Out> {
  return { input, output };
}

/** What a caller may send: before defaults and transforms. */
export type Sent<M extends Message> = z.input<M['input']>;
/** What a use-case receives: parsed. */
export type Received<M extends Message> = z.output<M['input']>;
/** What comes back. */
export type Answer<M extends Message> = z.output<M['output']>;
