import { describe, expect, it } from 'vitest';
import { acknowledged, type CareState, CareStateSchema, keptInMind, noCare, settledWith, withNotices } from '#main/casefile/care-state.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';

const [monday, tuesday] = ['2025-01-13T09:00:00.000Z', '2025-01-14T09:00:00.000Z'];
const snapshot: CaseFinding = { severity: 'damage', code: 'snapshot-unusable', subject: '00000002-0a0b0c0d' };
const header: CaseFinding = { severity: 'warning', code: 'header-copy-damaged', subject: 'case.b' };
const noticed = (...findings: readonly CaseFinding[]): CareState => ({
  noticed: findings.map((each) => ({ ...each, noticedAt: monday })) as never,
  settled: [],
});

describe('damage that is kept in mind', () => {
  it.each(['snapshot-unusable', 'segment-damaged', 'header-copy-damaged', 'recovery-point-missing', 'header-older-than-log'] as const)(
    'is that which the writer tidies away: %s',
    (code) => {
      const finding = { severity: 'warning', code, subject: 'x' } as const;
      expect(keptInMind(noCare, [finding], monday)).toEqual({ noticed: [{ ...finding, noticedAt: monday }], settled: [] });
    },
  );

  it.each<readonly [string, CaseFinding]>([
    ['of what is found again as long as it is there', { severity: 'damage', code: 'blob-damaged', subject: 'x' }],
    ['that is a mere remark', { ...snapshot, severity: 'info' }],
  ])('is nothing %s', (_, finding) => {
    expect(keptInMind(noCare, [finding], monday)).toBeNull();
  });

  it('is kept once, with what is new beside it and the branches that are settled', () => {
    const care = { ...noticed(snapshot), settled: ['0a0b0c0d0e0f'] };
    expect(keptInMind(care, [snapshot], tuesday)).toBeNull();
    expect(keptInMind(care, [snapshot, header], tuesday)).toEqual({
      noticed: [
        { ...snapshot, noticedAt: monday },
        { ...header, noticedAt: tuesday },
      ],
      settled: ['0a0b0c0d0e0f'],
    });
  });

  it('is told apart by its code and its subject', () => {
    const other = { ...snapshot, subject: '00000003-0a0b0c0d' };
    const otherCode = { ...snapshot, code: 'segment-damaged' } as const;
    expect(keptInMind(noticed(snapshot), [other, otherCode], tuesday)?.noticed).toHaveLength(3);
  });

  it('keeps the time at which it was noticed first, when that is known', () => {
    expect(keptInMind(noCare, [{ ...snapshot, noticedAt: monday }], tuesday)?.noticed[0]?.noticedAt).toBe(monday);
  });

  it('is that of the last two hundred', () => {
    const many = Array.from({ length: 201 }, (_, at): CaseFinding => ({ ...snapshot, subject: String(at) }));
    const kept = keptInMind(noticed(header), many, tuesday)?.noticed ?? [];
    expect([kept.length, kept[0]?.subject, kept.at(-1)?.subject]).toEqual([200, '1', '200']);
  });
});

describe('an acknowledgement', () => {
  it('is of one finding, by its code and subject, and says when', () => {
    expect(acknowledged(noticed(snapshot, header), header, tuesday)).toEqual({
      noticed: [
        { ...snapshot, noticedAt: monday },
        { ...header, noticedAt: monday, acknowledgedAt: tuesday },
      ],
      settled: [],
    });
  });

  it('is of nothing where nothing like it is kept', () => {
    expect(acknowledged(noticed(snapshot), header, tuesday)).toBeNull();
    expect(acknowledged(noticed(snapshot), { ...snapshot, subject: 'x' }, tuesday)).toBeNull();
    expect(acknowledged(noCare, snapshot, tuesday)).toBeNull();
  });
});

describe('a branch that is needed no more', () => {
  it('is settled once, behind those before it', () => {
    const care = settledWith(settledWith(noCare, 'a'.repeat(12)), 'b'.repeat(12));
    expect(care).toEqual({ noticed: [], settled: ['a'.repeat(12), 'b'.repeat(12)] });
    expect(settledWith(care, 'a'.repeat(12))).toBe(care);
  });

  it('is one of the last thousand', () => {
    const many = { noticed: [], settled: Array.from({ length: 1000 }, (_, at) => at.toString(16).padStart(12, '0')) };
    const { settled } = settledWith(many, 'f'.repeat(12));
    expect([settled.length, settled[0], settled.at(-1)]).toEqual([1000, '000000000001', 'f'.repeat(12)]);
  });
});

describe('findings with what is kept in mind', () => {
  it('say since when, if they were noticed before', () => {
    expect(withNotices([snapshot, header], noticed(snapshot))).toEqual([{ ...snapshot, noticedAt: monday }, header]);
  });

  it('are told still when they are found no more', () => {
    expect(withNotices([], noticed(snapshot))).toEqual([{ ...snapshot, noticedAt: monday }]);
    expect(withNotices([header], noticed(snapshot))).toEqual([header, { ...snapshot, noticedAt: monday }]);
  });

  it('are remarks once they are acknowledged, found again or not', () => {
    const care = acknowledged(noticed(snapshot), snapshot, tuesday) ?? noCare;
    const remark = { ...snapshot, severity: 'info', noticedAt: monday, acknowledgedAt: tuesday };
    expect(withNotices([snapshot], care)).toEqual([remark]);
    expect(withNotices([], care)).toEqual([remark]);
  });

  it('are as they were found when nothing is kept', () => {
    expect(withNotices([snapshot], noCare)).toEqual([snapshot]);
    expect(noCare).toEqual({ noticed: [], settled: [] });
  });
});

describe('what is read back of it', () => {
  const notice = { ...snapshot, noticedAt: monday };
  const reads = (state: unknown) => CareStateSchema.safeParse(state).success;

  it('is whole with what a notice may say beside its code', () => {
    const full = {
      ...notice,
      touched: [{ kind: 'evidence', id: 'a'.repeat(80), part: 'original' }],
      touchedInAll: 0,
      lostEdits: [{ from: 0, to: 0 }],
      acknowledgedAt: tuesday,
    };
    expect(CareStateSchema.parse({ noticed: [full], settled: ['0a0b0c0d0e0f'] })).toEqual({ noticed: [full], settled: ['0a0b0c0d0e0f'] });
    for (const kind of ['custody', 'case']) expect(reads({ noticed: [{ ...notice, touched: [{ kind, id: 'x', part: 'whole' }] }], settled: [] })).toBe(true);
    for (const severity of ['info', 'warning', 'damage']) expect(reads({ noticed: [{ ...notice, severity }], settled: [] })).toBe(true);
  });

  it.each<readonly [string, unknown]>([
    ['a severity there is not', { ...notice, severity: 'error' }],
    ['a code there is not', { ...notice, code: 'x' }],
    ['a subject of more than 300 letters', { ...notice, subject: 'x'.repeat(301) }],
    ['an object there is not', { ...notice, touched: [{ kind: 'x', id: 'x', part: 'original' }] }],
    ['an id of more than 80 letters', { ...notice, touched: [{ kind: 'evidence', id: 'x'.repeat(81), part: 'original' }] }],
    ['fewer than no objects', { ...notice, touchedInAll: -1 }],
    ['edits before the first', { ...notice, lostEdits: [{ from: -1, to: 0 }] }],
    ['edits to before the first', { ...notice, lostEdits: [{ from: 0, to: -1 }] }],
    ['no time', snapshot],
  ])('is not understood with %s', (_, wrong) => {
    expect(reads({ noticed: [notice], settled: [] })).toBe(true);
    expect(reads({ noticed: [wrong], settled: [] })).toBe(false);
  });

  it('is not understood with more than it may hold, or with a branch that is none', () => {
    const branches = (count: number) => Array.from({ length: count }, () => '0a0b0c0d0e0f');
    expect(reads({ noticed: Array.from({ length: 200 }, () => notice), settled: branches(1000) })).toBe(true);
    expect(reads({ noticed: Array.from({ length: 201 }, () => notice), settled: [] })).toBe(false);
    expect(reads({ noticed: [], settled: branches(1001) })).toBe(false);
    for (const branch of ['', '0a0b0c0d0e0', '0a0b0c0d0e0f0', 'x0a0b0c0d0e0f', '0A0B0C0D0E0F']) expect(reads({ noticed: [], settled: [branch] })).toBe(false);
  });
});
