import { readFileSync } from 'node:fs';
import { passphraseBytes } from '#main/caseprocess/passphrase-bytes.ts';
import { type Given, UsageError } from './command.ts';
import type { World } from './world.ts';

/** Where a secret may come from. Never an argument: those stand in the shell's history and in the list of processes. */
type Places = { readonly what: string; readonly variable: string; readonly option: string; readonly twice: boolean };

/** The passphrase of the case, or of a new one, as the bytes that open it. */
export function readPassphrase(given: Given, world: World, twice: boolean): Promise<Uint8Array> {
  return readBytes(given, world, { what: 'Passphrase', variable: 'CORROBORATE_PASSPHRASE', option: 'passphrase-file', twice });
}

export function readNewPassphrase(given: Given, world: World): Promise<Uint8Array> {
  return readBytes(given, world, { what: 'New passphrase', variable: 'CORROBORATE_NEW_PASSPHRASE', option: 'new-passphrase-file', twice: true });
}

/** The 24 recovery words, however they are separated. */
export async function readRecoveryWords(given: Given, world: World): Promise<readonly string[]> {
  const text = await readSecret(given, world, { what: 'Recovery words', variable: 'CORROBORATE_RECOVERY_CODE', option: 'recovery-file', twice: false });
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

async function readBytes(given: Given, world: World, places: Places): Promise<Uint8Array> {
  const text = await readSecret(given, world, places);
  if (text === '') throw new UsageError(`The ${places.what.toLowerCase()} must not be empty.`);
  return passphraseBytes(text);
}

async function readSecret(given: Given, world: World, { what, variable, option, twice }: Places): Promise<string> {
  const file = given.option(option);
  if (file !== undefined) return readSecretFile(file, option);
  const stated = world.env[variable];
  if (stated !== undefined) return stated;
  const waysIn = `Give it in ${variable}, with --${option} F, or at a terminal.`;
  if (!world.askSecret) throw new UsageError(`${what} needed, and there is no terminal to ask at. ${waysIn}`);
  const typed = await world.askSecret(`${what}: `);
  if (typed === null) throw new UsageError(`${what} needed. ${waysIn}`);
  if (twice && (await world.askSecret(`${what}, once more: `)) !== typed) throw new UsageError('The two differ. Nothing was done; try again.');
  return typed;
}

function readSecretFile(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new UsageError(`--${option}: the file cannot be read.`);
  }
}
