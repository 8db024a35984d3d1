import type { KeyListing } from '#shared/contract/keys.ts';

/** What one guess of a passphrase costs, as a person reads it: `256 MiB of memory, 3 times over`. */
export function guessPrice({ memoryKiB, passes }: KeyListing['cost']): string {
  return `${(memoryKiB / 1024).toLocaleString('en')} MiB of memory, ${passes} times over`;
}
