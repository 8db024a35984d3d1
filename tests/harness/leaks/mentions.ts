import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import { pick } from '../fuzz-inputs.ts';
import type { World } from './case-with-secrets.ts';

/** Fields that hold numbers, codes, ids or digests, never words that somebody wrote. */
const coded =
  /^(id|.*Id|.*Ids|kind|role|roleOnly|mime|sha256.*|blob|prev|at|.*At|act|sort|type|work?State|workState|finding|verdict|credibility|grade|reliability|profile|template|marked|accent|font|logoId|likelihood|confidence|action|session|salt|field|where|language|precision|entered|encoding|atRisk|warnings|exact|earlier)$/;

/** The case with secrets said again inside its other texts, as people write them: in capitals, broken over lines, composed otherwise, percent-encoded, as names of files. */
export function mentioned(world: World, record: CaseRecord, plan: DossierPlan): { readonly record: CaseRecord; readonly plan: DossierPlan } {
  const { custody, dossiers, ...rest } = record;
  const secret = () => pick(world.random, world.secrets);
  const told = (value: string, key: string) => {
    if (!world.chance(0.25) || world.secrets.some((one) => one === value)) return value;
    if (key === 'url') return `${value}?about=${encodeURIComponent(secret())}`;
    return `${value} ${written(world, secret())}, and no more`;
  };
  const custodyToo = Object.fromEntries(
    Object.entries(custody).map(([key, entry]) => [key, world.chance(0.2) ? { ...entry, reason: told(entry.reason ?? '', 'reason') } : entry]),
  );
  return { record: { ...mapWords(rest, told), dossiers, custody: custodyToo }, plan: mapWords(plan, told) };
}

function written(world: World, words: string): string {
  return pick(world.random, [
    words,
    words.toUpperCase(),
    words.toLowerCase(),
    words.normalize('NFD'),
    words.replaceAll(' ', '\n'),
    words.replaceAll(' ', '\u00a0 '),
    words.replaceAll(' ', '_'),
    words.replaceAll(' ', '-'),
    words.replaceAll(' ', '%20'),
    encodeURIComponent(words),
    `“${words}”`,
    [...words].join(world.chance(0.5) ? '\u00ad' : '\u200b'),
    words.replace(/[аеиоу]/, '$&\u0301'),
    `${'long words before it '.repeat(world.between(5, 9))}${words}`,
  ]);
}

function mapWords<T>(value: T, change: (text: string, key: string) => string, key?: string): T;
function mapWords(value: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return coded.test(key) || /^\d{4}-\d\d-\d\dT/.test(value) ? value : change(value, key);
  if (Array.isArray(value)) return value.map((item: unknown) => mapWords(item, change, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapWords<unknown>(item, change, name)]));
}
