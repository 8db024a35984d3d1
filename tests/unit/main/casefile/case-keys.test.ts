import { expect, it } from 'vitest';
import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import { subkey } from '#main/crypto/subkey.ts';

const [caseKey, caseId] = [Buffer.alloc(32, 1), Buffer.alloc(16, 2)];

it.each(['header', 'log', 'snapshot', 'blob', 'blob-name', 'index', 'anchor', 'sign'] as const)('a case has a key of its own for %s', (use) => {
  const keys = caseKeys(caseKey, caseId);
  expect(keys[use]).toEqual(subkey(caseKey, use));
  expect(Object.values(keys).filter((key) => key.equals(keys[use]))).toHaveLength(1);
});

it('what is sealed is bound to its kind, to the case and to its place', () => {
  expect(sealContext('frame', caseId, u32(0x01020304), Buffer.from('x'))).toEqual(
    Buffer.concat([Buffer.from('corroborate/v1/frame\0'), caseId, Buffer.from([4, 3, 2, 1]), Buffer.from('x')]),
  );
  expect(sealContext('slot-table', caseId)).toEqual(Buffer.concat([Buffer.from('corroborate/v1/slot-table\0'), caseId]));
});
