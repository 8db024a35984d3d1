import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { type Canary, type CanaryMaker, marks } from './canaries.ts';
import { glyphLayer, type Layer, layersOf } from './layers-of-file.ts';

/** A canary that lies in a file: what it stands for, where, in which layer, and the text around it. */
export type Hit = {
  readonly field: string;
  readonly file: string;
  readonly layer: string;
  readonly around: string;
  readonly allowed: readonly DossierProfile[];
};

const invisible = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** As two spellings of one word compare equal. */
const fold = (text: string) => (plain.test(text) ? text : text.normalize('NFKD').replace(invisible, '').normalize('NFC')).toLowerCase();
const plain = /^[ -~\n\r\t]*$/;

const words = marks.map(({ begins, ends }) => ({ begins: fold(begins), ends: fold(ends) }));
const anyMark = new RegExp(words.flatMap(({ begins, ends }) => [begins, ends]).join('|'), 'g');
const markBytes = words.flatMap(({ begins, ends }) => [begins, ends]).flatMap((mark) => [Buffer.from(mark, 'utf16le'), Buffer.from(mark, 'utf16le').swap16()]);

/** A word that was found, whole or a piece of it. */
type Found = Pick<Canary, 'field' | 'allowed'> & { readonly whole: boolean };

/** Everything of a case that can be found in files, told or not: whoever asks says which of it is a leak. */
export function findCanaries(files: ReadonlyMap<string, Buffer>, { canaries, traces }: CanaryMaker): readonly Hit[] {
  const known = new Map<string, readonly Found[]>();
  /** The words that a run of letters holds whole; of a piece those that it may be of, and it tells nothing when one of them may be told. */
  const wordsIn = (run: string): readonly Found[] => {
    const found = known.get(run) ?? meant(run, folded);
    known.set(run, found);
    return found;
  };
  const folded = canaries.map((canary) => ({ ...canary, word: fold(canary.word) }));
  const hits: Hit[] = [];
  for (const [file, content] of files) {
    const layers = [{ name: 'path', bytes: Buffer.from(file) }, ...layersOf(file, content)];
    for (const layer of layers) {
      const seen = (field: string, allowed: readonly DossierProfile[], around: string) => hits.push({ field, file, layer: layer.name, around, allowed });
      for (const { bytes, field, allowed } of traces) if (layer.bytes.includes(bytes)) seen(field, allowed, bytes.toString('latin1').slice(0, 40));
      for (const text of readings(layer)) {
        for (const { 0: mark, index, input } of fold(text).matchAll(anyMark)) {
          const around = input.slice(Math.max(0, index - 60), index + 60);
          for (const { field, allowed, whole } of wordsIn(lettersAround(input, index, mark.length))) {
            if (whole || !layer.name.endsWith(glyphLayer)) seen(field, allowed, around);
          }
        }
      }
    }
  }
  return hits;
}

/** The run of letters in which a mark stands: a canary whole, with what was joined to it, or a piece of one. */
function lettersAround(text: string, at: number, length: number): string {
  let [start, end] = [at, at + length];
  while (start > 0 && at - start < longestRun && letter.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - at < longestRun && letter.test(text.charAt(end))) end += 1;
  return text.slice(start, end);
}
const letter = /\p{L}/u;
const longestRun = 40;

function meant(run: string, canaries: readonly Canary[]): readonly Found[] {
  const whole = canaries.filter(({ word }) => run.includes(word));
  if (whole.length > 0) return whole.map(({ field, allowed }) => ({ field, allowed, whole: true }));
  const head = new RegExp(`(?:${words.map(({ begins }) => begins).join('|')}).*`, 'u').exec(run)?.[0] ?? '';
  const tail = new RegExp(`.*(?:${words.map(({ ends }) => ends).join('|')})`, 'u').exec(run)?.[0] ?? '';
  // Of a mark alone nothing can be said.
  const candidates = canaries.filter(({ word }) => (isPiece(head) && word.startsWith(head)) || (isPiece(tail) && word.endsWith(tail)));
  // What is a piece of no word came about where glyphs were read by the wrong font.
  if (candidates.length === 0) return [];
  const allowed = [...new Set(candidates.flatMap((canary) => canary.allowed))];
  return [{ field: `a piece of ${[...new Set(candidates.map(({ field }) => field))].slice(0, 3).join(' or ')}`, allowed, whole: false }];
}

function isPiece(run: string): boolean {
  return run.length >= (/\p{Script=Hangul}/u.test(run) ? 4 : 6);
}

/** The bytes as text, as they are and with the escapes of all formats undone, twice over, for one may lie in another. */
function readings({ bytes }: Layer): readonly string[] {
  const text = bytes.toString('utf8');
  const once = undone(text);
  const twice = undone(once);
  const wide = markBytes.some((mark) => bytes.includes(mark))
    ? [bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le'), swapped(bytes), swapped(bytes.subarray(1))]
    : [];
  return [...new Set([text, once, twice, twice.replace(/[{}\\]/g, ''), ...wide])];
}

function swapped(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

function undone(text: string): string {
  return text
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?/g, (_all, code: string) => character(Number.parseInt(code, 16)))
    .replace(/\\u(-?\d{2,6})\??/g, (_all, code: string) => character((Number(code) + 0x10000) % 0x10000))
    .replace(/&#x([0-9a-fA-F]{1,6});/g, (_all, code: string) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});/g, (_all, code: string) => character(Number(code)))
    .replace(/(?:[%=][0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replace(/[%=]/g, ''), 'hex').toString('utf8'));
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** A word in the forms that {@link findCanaries} must be able to see, for the test of the search itself. */
export function hidden(word: string): readonly Buffer[] {
  const wide = Buffer.from(word, 'utf16le');
  const escaped = [...word].map((letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('');
  const entities = [...word].map((letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join('');
  const shifted = [0, 1, 2].map((shift) => Buffer.from(`${' '.repeat(shift)}${word}  `).toString('base64'));
  const hex = Buffer.from(word).toString('hex');
  const forms = [word, encodeURIComponent(word), escaped, entities, hex, hex.toUpperCase(), ...shifted];
  return [...forms.map((form) => Buffer.from(form)), wide, Buffer.from(wide).swap16()];
}
