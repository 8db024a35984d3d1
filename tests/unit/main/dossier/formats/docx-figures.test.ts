import { describe, expect, it } from 'vitest';
import { wordDocument } from '#main/dossier/formats/docx/document.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { sampleDossier } from '#tests/fixtures/dossier/sample-dossier.ts';

const dossier = sampleDossier('team');
const text = (of: RedactedDossier) => wordDocument(of, () => null).xml;
/** The groups of shapes of a document, each with what it shows in words. */
const figures = (document: string) =>
  [...document.matchAll(/<wp:docPr id="\d+" name="(Timeline|Chart of links)" descr="([^"]*)"\/>[\s\S]*?<wpg:wgp>([\s\S]*?)<\/wpg:wgp>/g)].map(
    ([, name = '', alternative = '', shapes = '']) => ({ name, alternative, shapes }),
  );

describe('the DOCX', () => {
  it('begins its exhibits with a list of them, each leading to where it is told', () => {
    const list = text(dossier).match(/<w:tblCaption w:val="Exhibits in this dossier"\/>[\s\S]*?<\/w:tbl>/)?.[0] ?? '';
    for (const { label, name } of dossier.exhibits) {
      expect(list).toContain(`<w:hyperlink w:anchor="${label}"`);
      expect(list).toContain(name);
    }
  });

  it('draws the timeline and the chart of links as shapes, told in words for who does not see them', () => {
    const dated = dossier.claims.filter(({ eventAt, saidAt }) => eventAt !== null || saidAt !== null);
    const drawn = figures(text(dossier));
    expect(drawn.map(({ name }) => name)).toEqual([...(dated.length > 1 ? ['Timeline'] : []), 'Chart of links']);
    for (const { alternative, shapes } of drawn) {
      expect(alternative).toMatch(/^(Timeline|Chart of links)\. /);
      expect(shapes.match(/<wps:wsp>/g)?.length).toBeGreaterThan(3);
    }
    const chart = drawn.find(({ name }) => name === 'Chart of links')?.shapes ?? '';
    expect([...chart.matchAll(/<w:b\/>[\s\S]*?<w:t[^>]*>([^<]*)</g)].map(([, label]) => label)).toContain(dossier.links[0]?.from.label ?? '');
  });

  it('has each shape inside its figure, and no two of one number', () => {
    const document = text(dossier);
    const ids = [...document.matchAll(/<(?:wp:docPr|wps:cNvPr|w:bookmarkStart) (?:w:)?id="(\d+)"/g)].map(([, number]) => number);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { shapes } of figures(document)) {
      expect(shapes).not.toMatch(/NaN|Infinity/);
    }
    for (const [, width = '', group = ''] of document.matchAll(
      /<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"\/><a:ext cx="(\d+)"[\s\S]*?<\/wpg:grpSpPr>([\s\S]*?)<\/wpg:wgp>/g,
    )) {
      const ends = [...group.matchAll(/<a:off x="(-?\d+)" y="-?\d+"\/><a:ext cx="(\d+)"/g)].map(([, x, w]) => Number(x) + Number(w));
      expect(Math.max(...ends)).toBeLessThanOrEqual(Number(width) + 2);
      expect(Math.min(...[...group.matchAll(/<a:off x="(-?\d+)"/g)].map(([, x]) => Number(x)))).toBeGreaterThanOrEqual(0);
    }
  });

  it('draws words of a case as words: markup in a claim stays letters', () => {
    const [first, ...others] = dossier.claims;
    if (!first) throw new Error('fixture');
    const hostile = { ...dossier, claims: [{ ...first, text: '</svg><w:p>&"\' ', saidAt: '2024-01-02' }, ...others] } as unknown as RedactedDossier;
    const document = text(hostile);
    expect(document).toContain('&lt;/svg&gt;&lt;w:p&gt;&amp;');
    expect(document).not.toContain('</svg>');
  });
});
