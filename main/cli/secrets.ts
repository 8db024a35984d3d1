import { readFileSync } from 'node:fs';
import { passphraseBytes } from '#main/caseprocess/passphrase-bytes.ts';
import type { CaseSecret } from '#main/casestore/case-secret.ts';
import { isPassphraseLongEnough, shortestPassphrase } from '#shared/kernel/passphrase-rule.ts';
import { secretWords } from '#shared/kernel/secret-words.ts';
import { type Given, UsageError } from './command.ts';
import type { World } from './world.ts';

/** Where a secret may come from. Never an argument: those stand in the shell's history and in the list of processes. */
type Places = { readonly what: string; readonly variable: string; readonly option: string; readonly twice: boolean };

/** What opens the case: a passphrase, with or without key file, or instead of it words or shares from files. */
export async function readWayIn(given: Given, world: World): Promise<CaseSecret> {
  const [words, shares, keyFile] = [given.option('recovery-file'), readShareFiles(given), given.option('key-file')];
  const ways = [given.option('passphrase-file') !== undefined || keyFile !== undefined, words !== undefined, shares.length > 0];
  if (ways.filter(Boolean).length > 1) throw new UsageError('One way in at a time: a passphrase with or without key file, recovery words, or shares.');
  if (words !== undefined) return { recoveryWords: secretWords(readSecretFile(words, 'recovery-file')) };
  if (shares.length > 0) return { shares };
  const passphrase = await readPassphrase(given, world);
  return keyFile === undefined ? { passphrase } : { passphrase, keyFile: readKeyFile(keyFile, 'key-file') };
}

/** Overwrites what {@link readWayIn} read. Words and shares are texts, which cannot be. */
export function forget(secret: CaseSecret): void {
  if (!('passphrase' in secret)) return;
  secret.passphrase.fill(0);
  secret.keyFile?.fill(0);
}

function readPassphrase(given: Given, world: World): Promise<Uint8Array> {
  return readBytes(given, world, { what: 'Passphrase', variable: 'CORROBORATE_PASSPHRASE', option: 'passphrase-file', twice: false });
}

/** The passphrase of a case that is to be made. */
export async function readFirstPassphrase(given: Given, world: World): Promise<Uint8Array> {
  return longEnough(await readBytes(given, world, { what: 'Passphrase', variable: 'CORROBORATE_PASSPHRASE', option: 'passphrase-file', twice: true }));
}

export async function readNewPassphrase(given: Given, world: World): Promise<Uint8Array> {
  const places = { what: 'New passphrase', variable: 'CORROBORATE_NEW_PASSPHRASE', option: 'new-passphrase-file', twice: true };
  return longEnough(await readBytes(given, world, places));
}

/** The passphrase that whoever receives a hand-over will type. */
export async function readHandOverPassphrase(given: Given, world: World): Promise<Uint8Array> {
  const places = { what: 'Passphrase of the hand-over', variable: 'CORROBORATE_HANDOVER_PASSPHRASE', option: 'passphrase-file', twice: true };
  return longEnough(await readBytes(given, world, places));
}

/** Words or shares for {@link recoverByWords}: from files, or words from elsewhere. */
export async function readRecovery(given: Given, world: World): Promise<CaseSecret> {
  if (given.option('recovery-file') !== undefined || given.options('share-file').length > 0) return readWayIn(given, world);
  const text = await readSecret(given, world, { what: 'Recovery words', variable: 'CORROBORATE_RECOVERY_CODE', option: 'recovery-file', twice: false });
  return { recoveryWords: secretWords(text) };
}

/** The texts of the shares given, in that order. */
export function readShareFiles(given: Given): readonly string[] {
  return given.options('share-file').map((path) => readSecretFile(path, 'share-file'));
}

/** The whole content of a file that is or becomes a key file. */
export function readKeyFile(path: string, option: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError(`--${option}: the file cannot be read.`);
  }
}

function longEnough(passphrase: Uint8Array): Uint8Array {
  if (!isPassphraseLongEnough(passphrase))
    throw new UsageError(`A new passphrase has at least ${shortestPassphrase} characters. Six random words make a good one.`);
  return passphrase;
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
