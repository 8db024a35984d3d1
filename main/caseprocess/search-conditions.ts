import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { collectionOf, kindOf, objectKinds } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { EdtfDateSchema } from '#shared/domain/moment/edtf-date.ts';
import { type MomentBounds, momentBounds } from '#shared/domain/moment/moment-bounds.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import type { Condition } from '#shared/domain/search/parse-query.ts';

type Holds = (id: string) => boolean;

/** Whether an object meets every condition of a query, by its head. What cannot be read, as a date that is none, is met by nothing. */
export function meetsConditions(heads: CaseHeads, conditions: readonly Condition[]): Holds {
  const tests = conditions.map((condition) => testOf(heads, condition));
  return (id) => tests.every((test) => test(id));
}

/** Every object that meets them, the newest first: for a query of conditions alone. */
export function objectsMeeting(heads: CaseHeads, conditions: readonly Condition[], limit = Number.POSITIVE_INFINITY): readonly string[] {
  const holds = meetsConditions(heads, conditions);
  const ofClaims = conditions.some(({ name }) => name === 'asserter' || name === 'via' || name === 'finding');
  const kinds = ofClaims ? (['claim'] as const) : objectKinds;
  const found: string[] = [];
  for (const kind of kinds) for (const id of idsOf(heads[collectionOf[kind]])) if (holds(id)) found.push(id);
  return found.sort((one, other) => (one < other ? 1 : -1)).slice(0, limit);
}

function testOf(heads: CaseHeads, { name, value }: Condition): Holds {
  const wanted = foldText(value);
  switch (name) {
    case 'kind':
      return (id) => kindOf(heads, id)?.startsWith(wanted) === true;
    case 'finding':
      return (id) => objectAt(heads, 'claim', id)?.finding.startsWith(wanted) === true;
    case 'asserter': {
      const actors = actorsNamed(heads, wanted);
      return (id) => actors.has(objectAt(heads, 'claim', id)?.asserterId ?? '');
    }
    case 'via': {
      const actors = actorsNamed(heads, wanted);
      return (id) => objectAt(heads, 'claim', id)?.viaIds.some((via) => actors.has(via)) === true;
    }
    case 'before':
    case 'after': {
      const limit = boundsOf(value);
      return limit ? (id) => momentsOf(heads, id).some((moment) => liesBeside(name, moment, limit)) : () => false;
    }
  }
}

function actorsNamed(heads: CaseHeads, wanted: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, names } of eachOf(heads.entities)) if (names.some((each) => foldText(each).includes(wanted))) found.add(id);
  return found;
}

/** Before the first, or after the last instant that the date can mean. */
function liesBeside(side: 'before' | 'after', moment: MomentBounds, limit: MomentBounds): boolean {
  if (side === 'before') return moment.earliest !== null && limit.earliest !== null && moment.earliest < limit.earliest;
  return moment.latest !== null && limit.latest !== null && moment.latest > limit.latest;
}

function boundsOf(value: string): MomentBounds | null {
  const date = EdtfDateSchema.safeParse(value);
  return date.success ? momentBounds(date.data) : null;
}

/** When it was said or happened, was published, taken in or written down. */
function momentsOf(heads: CaseHeads, id: string): readonly MomentBounds[] {
  const kind = kindOf(heads, id);
  if (kind === null) return [];
  switch (kind) {
    case 'claim': {
      const claim = objectAt(heads, kind, id);
      return [claim?.eventAt, claim?.saidAt].flatMap((date) => (date ? [momentBounds(date)] : []));
    }
    case 'source': {
      const date = objectAt(heads, kind, id)?.publishedAt;
      return date ? [momentBounds(date)] : [];
    }
    case 'evidence':
      return instant(objectAt(heads, kind, id)?.takenInAt);
    case 'note':
      return instant(objectAt(heads, kind, id)?.madeAt);
    case 'link':
      return instant(objectAt(heads, kind, id)?.at);
    case 'entity':
      return instant(objectAt(heads, kind, id)?.addedAt);
    case 'dossier':
      return [];
  }
}

function instant(at: string | undefined): readonly MomentBounds[] {
  const time = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(time)) return [];
  const nothing = { sureFrom: null, sureTo: null, start: 'stated', end: 'stated', uncertain: false, approximate: false, unspecified: false } as const;
  return [{ ...nothing, earliest: time, latest: time + 1 }];
}
