import type { SnapshotTable } from '#main/casefile/indexed-snapshot.ts';
import type { Cell, Columns } from '#main/casefile/snapshot-tables.ts';
import {
  beginning,
  type ClaimHead,
  type CustodyHead,
  type EntityHead,
  type EvidenceHead,
  type HeadOf,
  type LinkHead,
  type NoteHead,
  type SourceHead,
} from '#shared/domain/case/case-heads.ts';
import type { Collection, ObjectOf } from '#shared/domain/case/case-record.ts';
import { firstLine } from '#shared/domain/case/label-of.ts';
import type { Late } from './lazy-collection.ts';
import { wordsIn } from './table-words.ts';

/** Columns of a collection in a snapshot (FORMAT.md §8), what each holds of an object, and the head that they make again. */
type Shape<C extends Collection> = {
  readonly columns: Columns;
  readonly cells: (object: ObjectOf<C>) => readonly Cell[];
  /** `null` for a table without these columns, as another version may write it. */
  readonly head: (table: SnapshotTable, late: Late<ObjectOf<C>>) => ((row: number) => HeadOf<C>) | null;
};

const cut = (text: string) => (text.length > beginning ? text.slice(0, beginning).replace(/[\uD800-\uDBFF]$/u, '') : text);
const beginningOf = ({ text }: { readonly text: string }) => cut(text);
const noAnchors: ClaimHead['anchors'] = [];
const anchorsOf = (evidenceIds: readonly string[]) => (evidenceIds.length === 0 ? noAnchors : evidenceIds.map((evidenceId) => ({ evidenceId })));
const orNull = (word: string) => (word === '' ? null : word);

const sources: Shape<'sources'> = {
  columns: [
    ['title', 'text'],
    ['addedAt', 'text'],
    ['publishedAt', 'text'],
    ['kind', 'word'],
    ['publisher', 'word'],
    ['author', 'word'],
    ['originId', 'word'],
    ['reliability', 'word'],
  ],
  cells: (source) => [
    source.title,
    source.addedAt,
    source.publishedAt ?? '',
    source.kind,
    source.publisher ?? '',
    source.author ?? '',
    source.originId ?? '',
    source.reliability ?? '',
  ],
  head: (table) => {
    const word = wordsIn(table, ['title', 'addedAt', 'publishedAt', 'kind', 'publisher', 'author', 'originId', 'reliability']);
    if (!word) return null;
    return (row) =>
      ({
        id: table.keyAt(row),
        title: word.title(row),
        addedAt: word.addedAt(row),
        publishedAt: orNull(word.publishedAt(row)),
        kind: word.kind(row),
        publisher: orNull(word.publisher(row)),
        author: orNull(word.author(row)),
        originId: orNull(word.originId(row)),
        reliability: orNull(word.reliability(row)),
      }) as SourceHead;
  },
};

const evidence: Shape<'evidence'> = {
  columns: [
    ['name', 'text'],
    ['takenInAt', 'text'],
    ['sha256', 'text'],
    ['kind', 'word'],
    ['sourceId', 'word'],
    ['derivedFrom', 'word'],
    ['atRisk', 'words'],
  ],
  cells: (item) => [item.name, item.takenInAt, item.sha256, item.kind, item.sourceId, item.derivedFrom?.evidenceId ?? '', item.atRisk],
  head: (table) => {
    const word = wordsIn(table, ['name', 'takenInAt', 'sha256', 'kind', 'sourceId', 'derivedFrom']);
    const atRisk = table.words('atRisk');
    if (!word || !atRisk) return null;
    return (row) => {
      const derivedFrom = word.derivedFrom(row);
      return {
        id: table.keyAt(row),
        name: word.name(row),
        takenInAt: word.takenInAt(row),
        sha256: word.sha256(row),
        kind: word.kind(row),
        sourceId: word.sourceId(row),
        derivedFrom: derivedFrom === '' ? null : { evidenceId: derivedFrom },
        atRisk: atRisk(row),
      } as EvidenceHead;
    };
  },
};

const claims: Shape<'claims'> = {
  columns: [
    ['begins', 'text'],
    ['changedAt', 'text'],
    ['madeAt', 'text'],
    ['saidAt', 'text'],
    ['eventAt', 'text'],
    ['asserterId', 'word'],
    ['act', 'word'],
    ['workState', 'word'],
    ['finding', 'word'],
    ['verdict', 'word'],
    ['credibility', 'word'],
    ['viaIds', 'words'],
    ['evidenceIds', 'words'],
  ],
  cells: (claim) => [
    cut(claim.text),
    claim.changedAt,
    claim.madeAt,
    claim.saidAt ?? '',
    claim.eventAt ?? '',
    claim.asserterId,
    claim.act,
    claim.workState,
    claim.finding,
    claim.verdict ?? '',
    claim.credibility ?? '',
    claim.viaIds,
    claim.anchors.map(({ evidenceId }) => evidenceId),
  ],
  head: (table, late) => {
    const word = wordsIn(table, ['begins', 'changedAt', 'madeAt', 'saidAt', 'eventAt', 'asserterId', 'act', 'workState', 'finding', 'verdict', 'credibility']);
    const [via, anchored] = [table.words('viaIds'), table.words('evidenceIds')];
    if (!word || !via || !anchored) return null;
    // The text is most of what the table holds of a claim, and few who go through the claims look at it: it is read when it is asked for.
    const withText = Object.create(Object.prototype, {
      begins: {
        get(this: { readonly row: number; readonly id: string }) {
          return late(this.id, () => word.begins(this.row), beginningOf);
        },
      },
    });
    return (row) =>
      ({
        id: table.keyAt(row),
        row,
        __proto__: withText,
        changedAt: word.changedAt(row),
        madeAt: word.madeAt(row),
        saidAt: orNull(word.saidAt(row)),
        eventAt: orNull(word.eventAt(row)),
        asserterId: word.asserterId(row),
        act: word.act(row),
        workState: word.workState(row),
        finding: word.finding(row),
        verdict: orNull(word.verdict(row)),
        credibility: orNull(word.credibility(row)),
        viaIds: via(row),
        anchors: anchorsOf(anchored(row)),
      }) as unknown as ClaimHead;
  },
};

const links: Shape<'links'> = {
  columns: [
    ['at', 'text'],
    ['fromId', 'word'],
    ['type', 'word'],
    ['toId', 'word'],
    ['grade', 'word'],
  ],
  cells: (link) => [link.at, link.fromId, link.type, link.toId, link.grade ?? ''],
  head: (table) => {
    const word = wordsIn(table, ['at', 'fromId', 'type', 'toId', 'grade']);
    if (!word) return null;
    return (row) =>
      ({
        id: table.keyAt(row),
        at: word.at(row),
        fromId: word.fromId(row),
        type: word.type(row),
        toId: word.toId(row),
        grade: orNull(word.grade(row)),
      }) as LinkHead;
  },
};

const notes: Shape<'notes'> = {
  columns: [
    ['title', 'text'],
    ['begins', 'text'],
    ['changedAt', 'text'],
    ['madeAt', 'text'],
    ['by', 'word'],
    ['aboutIds', 'words'],
  ],
  cells: (note) => [note.title ?? '', cut(firstLine(note.text)), note.changedAt, note.madeAt, note.by, note.aboutIds],
  head: (table) => {
    const word = wordsIn(table, ['title', 'begins', 'changedAt', 'madeAt', 'by']);
    const about = table.words('aboutIds');
    if (!word || !about) return null;
    return (row) =>
      ({
        id: table.keyAt(row),
        title: orNull(word.title(row)),
        begins: word.begins(row),
        changedAt: word.changedAt(row),
        madeAt: word.madeAt(row),
        by: word.by(row),
        aboutIds: about(row),
      }) as NoteHead;
  },
};

const entities: Shape<'entities'> = {
  columns: [
    ['addedAt', 'text'],
    ['kind', 'word'],
    ['roleOnly', 'word'],
    ['names', 'words'],
  ],
  cells: (entity) => [entity.addedAt, entity.kind, entity.roleOnly ?? '', entity.names],
  head: (table) => {
    const word = wordsIn(table, ['addedAt', 'kind', 'roleOnly']);
    const names = table.words('names');
    if (!word || !names) return null;
    return (row) =>
      ({ id: table.keyAt(row), addedAt: word.addedAt(row), kind: word.kind(row), roleOnly: orNull(word.roleOnly(row)), names: names(row) }) as EntityHead;
  },
};

const custody: Shape<'custody'> = {
  columns: [
    ['at', 'text'],
    ['action', 'word'],
    ['evidenceId', 'word'],
  ],
  cells: (entry) => [entry.at, entry.action, entry.evidenceId ?? ''],
  head: (table) => {
    const word = wordsIn(table, ['at', 'action', 'evidenceId']);
    if (!word) return null;
    return (row) => ({ seq: Number(table.keyAt(row)), at: word.at(row), action: word.action(row), evidenceId: orNull(word.evidenceId(row)) }) as CustodyHead;
  },
};

const none = { columns: [], cells: () => [], head: () => null };
/** Collections that are read whole: they are small. */
const whole = { meta: none, dossiers: none, boards: none, filters: none };
export const shapes: { readonly [C in Collection]: Shape<C> } = {
  ...whole,
  sources,
  evidence,
  claims,
  links,
  notes,
  entities,
  custody,
};
