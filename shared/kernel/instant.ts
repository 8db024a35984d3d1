import type { Brand } from './brand.ts';

/** A moment of the local clock: RFC 3339 in UTC with milliseconds, such as `2025-01-12T09:00:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;

const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether `text` has exactly the form of an {@link Instant}. */
export function isInstant(text: string): text is Instant {
  return form.test(text);
}
