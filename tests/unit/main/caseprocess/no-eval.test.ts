import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import '#shared/kernel/no-eval.ts';

it.each(['main/caseprocess/case-process.electron.ts', 'main/cli/corroborate.ts'])('%s says first of all that no schema is to be compiled', (program) => {
  expect(readFileSync(program, 'utf8').split('\n')[0]).toBe("import '#shared/kernel/no-eval.ts';");
});

it('a schema that is made after that checks without compiling itself', () => {
  const { Function: compile } = globalThis;
  let compiled = 0;
  globalThis.Function = new Proxy(compile, {
    construct: (target, given) => {
      compiled += 1;
      return Reflect.construct(target, given) as object;
    },
  });
  try {
    expect(z.object({ id: z.string(), at: z.number() }).parse({ id: 'a', at: 1 })).toEqual({ id: 'a', at: 1 });
  } finally {
    globalThis.Function = compile;
  }
  expect(compiled).toBe(0);
});
