import { join } from 'node:path';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { findAsset } from '#main/dossier/find-asset.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { DemoAnchor } from './demo-claim.ts';
import { demoCase, demoClaims, demoLinks, demoNotes, demoStatements } from './demo-content.ts';
import { type DemoEvidence, demoEntities, demoEvidence } from './demo-evidence.ts';

/** What was built: the id behind every key of the content, and the plan of its dossier. */
export type DemoBuilt = { readonly planId: ObjectId; readonly objects: number };

const jobId = 'demo';

/** A refusal in the middle of the demonstration: carried out to its caller as the reply that it is. */
class Refusal extends Error {
  readonly reply: Reply<never>;
  constructor(reply: Reply<never>) {
    super('refused');
    this.reply = reply;
  }
}
async function need<T>(answer: Promise<Reply<T>>): Promise<T> {
  const reply = await answer;
  if (!reply.ok) throw new Refusal(reply);
  return reply.value;
}

/** Builds the demonstration case in an open, empty case, by the same commands as the window and through the same quarantine. */
export async function buildDemoCase(host: CaseHost, say: (line: string) => void): Promise<Reply<DemoBuilt>> {
  const ids = new Map<string, ObjectId>();
  const idOf = (key: string): ObjectId => {
    const id = ids.get(key);
    if (!id) throw new Error(`the demonstration has no ${key}`);
    return id;
  };
  try {
    for (const item of demoEvidence) {
      say(`  takes in ${item.file}`);
      ids.set(item.key, await takeIn(host, item));
    }
    for (const { key, kind, names, roleOnly, place } of demoEntities) {
      const { id } = await need(host.command('entities/add', { kind, names: [...names], ...(roleOnly ? { roleOnly } : {}) }));
      if (place) await need(host.command('entities/place', { id, place }));
      ids.set(key, id);
    }
    say(`  breaks them into ${demoClaims.length} claims`);
    for (const claim of demoClaims) ids.set(claim.key, await assertClaim(host, claim, idOf));
    say(`  draws ${demoLinks.length} links, writes ${demoNotes.length} notes`);
    for (const { from, type, to, why } of demoLinks) await need(host.command('links/draw', { fromId: idOf(from), type, toId: idOf(to), rationale: why }));
    for (const { title, about, text } of demoNotes) {
      const resolved = text.replace(/\[\[([a-z0-9-]+)\]\]/g, (_all, key: string) => `[[${idOf(key)}]]`);
      await need(host.command('notes/write', { title, text: resolved, aboutIds: about.map(idOf) }));
    }
    const statements = demoStatements.map(({ text, cites }) => ({ text, citeIds: cites.map(idOf) }));
    const plan = await need(host.command('dossiers/save-plan', { title: demoCase.dossierTitle, profile: 'public', marked: 'left-out', statements }));
    return done({ planId: plan.id, objects: ids.size + demoLinks.length + demoNotes.length + 1 });
  } catch (cause) {
    if (cause instanceof Refusal) return cause.reply;
    throw cause;
  }
}

async function takeIn(host: CaseHost, item: DemoEvidence): Promise<ObjectId> {
  const { file, kind, title, publisher, published, language, reliability, marks, legalBasis } = item;
  const [taken] = await need(
    host.command('evidence/take-in', {
      jobId,
      files: [{ from: 'path', path: join(findAsset('demo'), file) }],
      kind,
      title,
      publisher,
      ...(published ? { published } : {}),
      ...(language ? { language } : {}),
    }),
  );
  if (!taken || taken.outcome === 'refused') throw new Refusal({ ok: false, problem: taken?.problem ?? { kind: 'not-found', what: 'file', id: '' } });
  // Without an examined text there is nothing to quote: better told here than at the first claim.
  if (taken.evidence.warnings.includes('quarantine-refused')) throw new Refusal({ ok: false, problem: { kind: 'quarantine-failed', reason: 'timeout' } });
  await need(host.command('sources/rate', { id: taken.evidence.sourceId, reliability }));
  if (marks) await need(host.command('evidence/mark-at-risk', { id: taken.evidence.id, marks: [...marks], legalBasis: legalBasis ?? null }));
  return taken.evidence.id;
}

async function assertClaim(host: CaseHost, claim: (typeof demoClaims)[number], idOf: (key: string) => ObjectId): Promise<ObjectId> {
  const anchorOf = ({ on, quote, region }: DemoAnchor) => ({ evidenceId: idOf(on), ...(quote ? { quote } : {}), ...(region ? { region } : {}) });
  const { id } = await need(
    host.command('claims/assert', {
      text: claim.text,
      asserter: { id: idOf(claim.by) },
      act: claim.act,
      via: claim.via.map((key) => ({ id: idOf(key) })),
      saidAt: claim.said ?? null,
      eventAt: claim.event ?? null,
      anchors: claim.at.map(anchorOf),
    }),
  );
  await need(host.command('claims/rate', { id, finding: claim.finding, credibility: claim.credibility, workState: 'ready-for-review' }));
  return id;
}
