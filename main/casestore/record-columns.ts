import type { SnapshotTable } from '#main/casefile/indexed-snapshot.ts';
import type { Cell, Columns } from '#main/casefile/snapshot-tables.ts';
import { beginning, type ClaimHead, type CustodyHead, type HeadOf } from '#shared/domain/case/case-heads.ts';
import type { Collection, ObjectOf } from '#shared/domain/case/case-record.ts';
import { firstLine } from '#shared/domain/case/label-of.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import type { Link } from '#shared/domain/link/link.ts';
import type { Note } from '#shared/domain/note/note.ts';
import type { Source } from '#shared/domain/source/source.ts';
import { lateHead, made, maybe, text, words } from './late-head.ts';
import type { Late } from './lazy-collection.ts';
import { wordsIn } from './table-words.ts';

/** Columns of a collection in a snapshot (FORMAT.md §8), what each holds of an object, and the head that they make again. */
type Shape<C extends Collection> = {
  readonly columns: Columns;
  readonly cells: (object: ObjectOf<C>) => readonly Cell[];
  /** `null` for a table without these columns, as another version may write it. */
  readonly head: (table: SnapshotTable, late: Late<ObjectOf<C>>) => ((row: number, key: string) => HeadOf<C>) | null;
};

const cut = (text: string) => (text.length > beginning ? text.slice(0, beginning).replace(/[\uD800-\uDBFF]$/u, '') : text);
const noAnchors: ClaimHead['anchors'] = [];
const anchorsOf = (evidenceIds: readonly string[]) => (evidenceIds.length === 0 ? noAnchors : evidenceIds.map((evidenceId) => ({ evidenceId })));

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
  head: lateHead<Source>()({
    title: text((source) => source.title),
    addedAt: text((source) => source.addedAt),
    publishedAt: maybe((source) => source.publishedAt),
    kind: text((source) => source.kind),
    publisher: maybe((source) => source.publisher),
    author: maybe((source) => source.author),
    originId: maybe((source) => source.originId),
    reliability: maybe((source) => source.reliability),
  }),
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
  head: lateHead<EvidenceItem>()({
    name: text((item) => item.name),
    takenInAt: text((item) => item.takenInAt),
    sha256: text((item) => item.sha256),
    kind: text((item) => item.kind),
    sourceId: text((item) => item.sourceId),
    derivedFrom: made(
      'text',
      (evidenceId) => (evidenceId === '' ? null : { evidenceId }),
      (item) => item.derivedFrom,
    ),
    atRisk: words((item) => item.atRisk),
  }),
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
  head: lateHead<Claim>()({
    begins: text((claim) => cut(claim.text)),
    changedAt: text((claim) => claim.changedAt),
    madeAt: text((claim) => claim.madeAt),
    saidAt: maybe((claim) => claim.saidAt),
    eventAt: maybe((claim) => claim.eventAt),
    asserterId: text((claim) => claim.asserterId),
    act: text((claim) => claim.act),
    workState: text((claim) => claim.workState),
    finding: text((claim) => claim.finding),
    verdict: maybe((claim) => claim.verdict),
    credibility: maybe((claim) => claim.credibility),
    viaIds: words((claim) => claim.viaIds),
    anchors: made('words', anchorsOf, (claim) => claim.anchors, 'evidenceIds'),
  }),
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
  head: lateHead<Link>()({
    at: text((link) => link.at),
    fromId: text((link) => link.fromId),
    type: text((link) => link.type),
    toId: text((link) => link.toId),
    grade: maybe((link) => link.grade),
  }),
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
  head: lateHead<Note>()({
    title: maybe((note) => note.title),
    begins: text((note) => cut(firstLine(note.text))),
    changedAt: text((note) => note.changedAt),
    madeAt: text((note) => note.madeAt),
    by: text((note) => note.by),
    aboutIds: words((note) => note.aboutIds),
  }),
};

const entities: Shape<'entities'> = {
  columns: [
    ['addedAt', 'text'],
    ['kind', 'word'],
    ['roleOnly', 'word'],
    ['names', 'words'],
  ],
  cells: (entity) => [entity.addedAt, entity.kind, entity.roleOnly ?? '', entity.names],
  head: lateHead<Entity>()({
    addedAt: text((entity) => entity.addedAt),
    kind: text((entity) => entity.kind),
    roleOnly: maybe((entity) => entity.roleOnly),
    names: words((entity) => entity.names),
  }),
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
    return (row, key) => ({ seq: Number(key), at: word.at(row), action: word.action(row), evidenceId: word.evidenceId(row) || null }) as CustodyHead;
  },
};

const none = { columns: [], cells: () => [], head: () => null };
/** Collections that are read whole: they are small. */
const whole = { meta: none, dossiers: none, boards: none, filters: none, searches: none, watches: none };
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
