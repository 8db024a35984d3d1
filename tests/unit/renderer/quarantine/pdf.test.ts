import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostilePdfs } from '#tests/fixtures/material/pdf/hostile-pdfs.ts';
import { plainPdf } from '#tests/fixtures/material/pdf/make-pdf.ts';
import { openQuarantineLab, type QuarantineLab } from '#tests/harness/quarantine-page.ts';

let lab: QuarantineLab;
beforeAll(async () => {
  lab = await openQuarantineLab();
}, 180_000);
afterAll(() => lab.close());

const pages = [['Prisoners were shown on Saturday.', 'One wants to stay.'], ['Second page, (in brackets).']];
const info = "<< /Title (Report on two men) /Author (An Office) /CreationDate (D:20250111093000+02'00') >>";

describe('a PDF in the quarantine', () => {
  it('gives its text page by page, its pages as pictures, where each word stands, and what it says of itself', async () => {
    const draft = await lab.examine({ format: 'pdf', bytes: plainPdf(pages, '', [], info) });
    expect(draft.warnings).toEqual([]);
    expect(draft.text?.text).toBe('Prisoners were shown on Saturday.\nOne wants to stay.\n\nSecond page, (in brackets).');
    expect(draft.sheets?.of).toEqual([
      { w: 595, h: 842, start: 0 },
      { w: 595, h: 842, start: 54 },
    ]);
    const [first, second] = draft.sheets?.drawn ?? [];
    expect([first?.page, second?.page]).toEqual([1, 2]);
    expect(first?.picture).toMatchObject({ mime: 'image/png', height: 1_700, width: 1_201 });
    const [start, end, x, y, w, h, turns] = first?.words[0] ?? [];
    expect(draft.text?.text.slice(start, end)).toBe('Prisoners were shown on Saturday.');
    expect({ x, turns }).toEqual({ x: 72, turns: 0 });
    expect(y).toBeGreaterThan(60);
    expect(y).toBeLessThan(82);
    expect(w).toBeGreaterThan(180);
    expect(h).toBe(14);
    expect(draft.found).toEqual(
      expect.arrayContaining([
        { field: 'title', value: 'Report on two men', where: 'PDF Title' },
        { field: 'created', value: '2025-01-11T09:30:00+02:00', where: 'PDF CreationDate' },
      ]),
    );
  }, 60_000);

  it('draws single pages again when it is asked for these alone', async () => {
    const draft = await lab.examine({ format: 'pdf', bytes: plainPdf(pages), onlySheets: { first: 2, count: 5 } });
    expect(draft.text).toBeNull();
    expect(draft.sheets?.drawn.map(({ page }) => page)).toEqual([2]);
  }, 60_000);

  it('runs nothing, calls nobody and ends, whatever the file was made to do', async () => {
    for (const { name, bytes, warning } of hostilePdfs()) {
      const draft = await lab.examine({ format: 'pdf', bytes }).catch((cause: unknown) => Promise.reject(new Error(`${name}: ${String(cause)}`)));
      if (warning !== null) expect(draft.warnings, name).toContain(warning);
      expect(draft.warnings.length > 0 || (draft.sheets?.of.length ?? 0) > 0, name).toBe(true);
    }
    expect(lab.attempts).toEqual([]);
  }, 240_000);
});
