import { describe, expect, it } from 'vitest';
import { claimInput, emptyDraft, missingOf, nextDraft } from '#renderer/desk/components/claim-form/claim-draft.ts';

const evidenceId = '0194a000-0000-7000-8000-000000000001';
const written = { ...emptyDraft([{ evidenceId, quote: 'two men', start: 4 }]), text: 'Two men were captured.', asserter: { id: null, name: ' A. Speaker ' } };

describe('a claim while it is written', () => {
  it('cannot be sent before it says something that somebody asserts', () => {
    expect(claimInput(emptyDraft([]))).toBeNull();
    expect(missingOf({ ...written, asserter: { id: null, name: ' ' } }).asserter).toBe(true);
    expect(claimInput({ ...written, saidAt: 'last winter' })).toBeNull();
  });

  it('is sent with its places, without empty relays and with unknown dates as unknown', () => {
    const draft = { ...written, via: [{ key: 'a', actor: { id: null, name: '' } }], eventAt: '2025-01?' };
    expect(claimInput(draft)).toEqual({
      text: 'Two men were captured.',
      asserter: { name: 'A. Speaker' },
      act: 'said',
      via: [],
      saidAt: null,
      eventAt: '2025-01?',
      anchors: [{ evidenceId, quote: 'two men', start: 4 }],
    });
  });

  it('is sent with the date that was meant, however it is written', () => {
    expect(claimInput({ ...written, saidAt: '12 January 2025', eventAt: '12.01.2025' })).toMatchObject({ saidAt: '2025-01-12', eventAt: '2025-01-12' });
  });

  it('rests on the whole item once its quote is emptied', () => {
    const draft = { ...written, anchors: written.anchors.map(({ key }) => ({ key, evidenceId, quote: '  ' })) };
    expect(claimInput(draft)?.anchors).toEqual([{ evidenceId }]);
  });

  it('hands the asserter, act and relays on to the next one, but no words and no places', () => {
    const next = nextDraft(written);
    expect(next.asserter).toBe(written.asserter);
    expect([next.text, next.anchors.length]).toEqual(['', 0]);
  });
});
