import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { pick } from '../fuzz-inputs.ts';

/** A word that nothing but one field of a made case can hold, with the field and the profiles that may tell it. */
export type Canary = { readonly word: string; readonly field: string; readonly allowed: readonly DossierProfile[] };
/** Bytes, digits or ids that cannot come about by chance. */
export type Trace = { readonly bytes: Buffer; readonly field: string; readonly allowed: readonly DossierProfile[] };

/** Where canary words begin and end, in each script: no language has these, and no base64 in a thousand exports. */
export const marks = [
  { begins: 'zqxv', ends: 'wjkz', letters: [...'abcdefghilmnoprstu'], also: [...'öéñçå'] },
  { begins: 'щъыф', ends: 'ъщэы', letters: [...'абвгдежзиклмнопрст'], also: [...'ґєі'] },
  { begins: '뷁쀓', ends: '쀍뷃', letters: [...'가나다라마바사아자차카타파하거너더러머버서어'], also: [] },
] as const;

/** Makes words and remembers what they stand for. */
export class CanaryMaker {
  readonly canaries: Canary[] = [];
  readonly traces: Trace[] = [];
  private readonly random: () => number;
  private readonly given = new Set<string>();
  constructor(random: () => number) {
    this.random = random;
  }

  /** One word, in one of the three scripts. */
  readonly word = (field: string, allowed: readonly DossierProfile[], script = Math.floor(this.random() * marks.length), plainLetters = false): string => {
    const { begins, ends, letters, also } = marks[script] ?? marks[0];
    const inner = Array.from({ length: script === 2 ? 4 : 6 }, () =>
      pick(this.random, !plainLetters && this.random() < 0.2 && also.length > 0 ? also : letters),
    ).join('');
    const word = `${begins}${inner}${ends}`;
    // Two fields that held one word could not be told apart; nor could two that differ in an accent.
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    if (this.given.has(plain)) return this.word(field, allowed, script, plainLetters);
    this.given.add(plain);
    this.canaries.push({ word, field, allowed });
    return word.replace(/^./u, (first) => first.toUpperCase());
  };

  /** A name of two words of one script. */
  readonly name = (field: string, allowed: readonly DossierProfile[]): string => {
    const script = Math.floor(this.random() * marks.length);
    return `${this.word(field, allowed, script)} ${this.word(field, allowed, script)}`;
  };

  readonly trace = (field: string, bytes: Buffer | string, allowed: readonly DossierProfile[]): void => {
    this.traces.push({ field, bytes: Buffer.from(bytes), allowed });
  };
}
