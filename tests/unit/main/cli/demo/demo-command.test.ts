import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoClaims } from '#main/caseprocess/demo/demo-content.ts';
import { demoEvidence } from '#main/caseprocess/demo/demo-evidence.ts';
import type { Printed } from '#main/cli/command.ts';
import { demo } from '#main/cli/demo/demo-command.ts';
import type { World } from '#main/cli/world.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { streamsOf, wordsOf } from '#tests/fixtures/dossier/inside-pdf.ts';
import { quietly } from '#tests/fixtures/dossier/sample-dossier.ts';
import { openQuarantineLab, type QuarantineLab } from '#tests/harness/quarantine-page.ts';
import { countingFacts } from '#tests/harness/stored-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
let lab: QuarantineLab;
let printed: Printed;

const world = (): World => ({
  env: {},
  out: () => undefined,
  say: () => undefined,
  columns: null,
  sayProgress: null,
  askSecret: null,
  onInterrupt: () => () => undefined,
  enter: () => ({
    around: {
      facts: countingFacts(),
      quarantine: { examine: async (job) => done(await lab.examine(job)) },
      reportBug: (bug) => {
        throw new Error(`${bug.name}\n${bug.frames.join('\n')}`);
      },
      kdf: leastKdfCost,
    },
    leave: async () => undefined,
  }),
});
const given = (out: string) => ({
  operands: [],
  operand: () => '',
  option: (name: string) => (name === 'out' ? out : undefined),
  options: () => [],
});

beforeAll(async () => {
  lab = await openQuarantineLab();
  const answer = await demo.perform(given(join(folder, 'shown')), world());
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  printed = answer.value;
}, 180_000);
afterAll(async () => {
  await lab?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the demonstration', () => {
  it('builds a case, exports its dossier for the team and for the public, verifies all three and says where they are', async () => {
    expect(printed.failed).toBe(false);
    expect(readdirSync(join(folder, 'shown')).sort()).toEqual(['Demonstration.case', 'custody-log', 'dossier-public', 'dossier-team']);
    expect(printed.lines.join('\n')).toContain(join(folder, 'shown', 'dossier-public'));
    for (const profile of ['public', 'team']) {
      const verified = await verifyDossier(join(folder, 'shown', `dossier-${profile}`), quietly);
      expect(verified).toMatchObject({ ok: true, value: { sound: true } });
    }
  });

  it('shows captives to nobody outside the team: no picture, name, hash or caption of theirs in any public file', () => {
    const team = JSON.parse(readFileSync(join(folder, 'shown', 'dossier-team', 'dossier.json'), 'utf8'));
    const withheld = team.exhibits.find((exhibit: { name: string }) => exhibit.name === 'two-beds.png');
    const at = join(folder, 'shown', 'dossier-public');
    const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    const pdf = readFileSync(join(at, 'dossier.pdf'));
    const places = [...bytes, ...streamsOf(pdf), Buffer.from(wordsOf(pdf))];
    for (const secret of ['two-beds', withheld.sha256, withheld.picture.copySha256, withheld.source.title, 'Prisoner with wrapped', withheld.id]) {
      expect(secret.length).toBeGreaterThan(5);
      expect(places.filter((place) => place.includes(secret))).toEqual([]);
    }
    const open = JSON.parse(readFileSync(join(at, 'dossier.json'), 'utf8'));
    expect(open.withheld).toEqual([
      { label: 'W1', kind: 'image', reasons: ['captive'], basisStated: true, commitment: expect.stringMatching(/^[0-9a-f]{64}$/), shownAs: [] },
    ]);
    expect(open.exhibits).toHaveLength(demoEvidence.length - 1);
    expect(open.claims).toHaveLength(demoClaims.length);
  });

  it('teaches: a conflict of figures, a chain of relays, a person kept apart from another, an answer not given as of a day', () => {
    const { conflicts, claims, links } = JSON.parse(readFileSync(join(folder, 'shown', 'dossier-team', 'dossier.json'), 'utf8'));
    expect(conflicts).toHaveLength(1);
    expect(claims.some((claim: { via: readonly string[] }) => claim.via.length === 3)).toBe(true);
    expect(links.map((link: { type: string }) => link.type)).toContain('not-same-as');
    expect(claims.filter((claim: { act: string; eventAt: string }) => claim.act === 'did-not-respond' && claim.eventAt === '2025-01-12')).toHaveLength(2);
  });

  it('refuses a folder that holds something', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine.txt'), 'mine');
    expect(await demo.perform(given(join(folder, 'full')), world())).toEqual({ ok: false, problem: { kind: 'folder-not-empty' } });
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine.txt']);
  });

  it('leaves nothing when a file cannot be examined, and says that', async () => {
    const out = join(folder, 'broken');
    const broken = world();
    const entered = broken.enter();
    const quarantine = { examine: async () => refused({ kind: 'quarantine-failed', reason: 'no-engine' } as const) };
    const answer = await demo.perform(given(out), { ...broken, enter: () => ({ ...entered, around: { ...entered.around, quarantine } }) });
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'quarantine-failed' } });
    expect(readdirSync(out)).toEqual([]);
  });

  it('asks nothing of the network', () => {
    expect(lab.attempts).toEqual([]);
  });
});
