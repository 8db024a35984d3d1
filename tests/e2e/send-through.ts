import type { Page } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import type { Send } from '#tests/fixtures/desk/example-case.ts';

/** Commands as the page itself would send them; bytes cross as numbers. */
export function sendThrough(desk: Page): Send {
  return async (name, input) => {
    const text = JSON.stringify(input, (_key, value: unknown) => (value instanceof Uint8Array ? { numbers: [...value] } : value));
    const reply = await desk.evaluate(
      async ([command, sent]) => {
        const revived = JSON.parse(sent, (_key, value: unknown) =>
          typeof value === 'object' && value !== null && 'numbers' in value ? new Uint8Array(value.numbers as number[]) : value,
        );
        return window.desk.command(command, revived);
      },
      [name, text] as const,
    );
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.problem)}`);
    return reply.value as never;
  };
}
