import { describe, expect, it } from 'vitest';
import { wordDocument } from '#main/dossier/formats/docx/document.ts';
import { dossierTemplates } from '#shared/domain/case/dossier-plan.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { claimsByFinding, reportParts } from '#shared/dossier/report-parts.ts';
import { partTitles } from '#shared/dossier/report-wording.ts';
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

  it.each(dossierTemplates)('tells its parts in the order of the template %s, its names in two columns at the end', (template) => {
    const told = { ...dossier, template };
    const document = text(told);
    const headings = [
      ...document.matchAll(/<w:pStyle w:val="Heading1"\/><\/w:pPr>(?:<w:bookmark[^>]*>)*<w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">([^<]*)</g),
    ].map(([, title]) => title);
    expect(headings).toEqual(['Contents', ...reportParts(told).map((part) => partTitles[part])]);
    expect(document).toMatch(/<w:pStyle w:val="Indexed"\/>[\s\S]*<w:cols w:num="2"[^>]*\/><\/w:sectPr><\/w:body>/);
    const findings = claimsByFinding(told).flatMap(({ claims }) => claims.map(({ label }) => label));
    const bookmarks = [...document.matchAll(/w:name="(C\d+)"/g)].map(([, label]) => label);
    expect(bookmarks).toEqual(findings);
  });

  it('frames in a picture what claims point at, and has the picture alone for who draws no shapes', () => {
    const pointed = dossier.claims.flatMap(({ citations }) => citations).find(({ place }) => place.sort === 'region');
    if (!pointed) throw new Error('fixture');
    const document = wordDocument(dossier, (label) => (label === pointed.label ? 'picture-1' : null)).xml;
    const [, group = '', fallback = ''] =
      /<wpg:wgp>((?:(?!<wpg:wgp>)[\s\S])*?r:embed="picture-1"[\s\S]*?)<\/wpg:wgp>[\s\S]*?<mc:Fallback>([\s\S]*?)<\/mc:Fallback>/.exec(document) ?? [];
    expect(group).toContain('<a:srgbClr val="D4001A"/>');
    expect(fallback).toContain('r:embed="picture-1"');
    expect(fallback).not.toContain('D4001A');
    expect(document).toMatch(/original is \d+ × \d+ pixels\. Framed: [CL]\d+/);
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
