import { describe, expect, it } from 'vitest';
import { wordDocument } from '#main/dossier/formats/docx/document.ts';
import { notes } from '#main/dossier/formats/html/closing.ts';
import { vaultPages } from '#main/dossier/formats/markdown/vault.ts';
import { printData } from '#main/dossier/formats/pdf/print-data.ts';
import { printerFor } from '#main/dossier/formats/pdf/printable-text.ts';
import { volumesOf } from '#main/dossier/formats/pdf/write-pdf.ts';
import { id, note, sampleRecord } from '#tests/fixtures/dossier/sample-case.ts';
import { sampleDossier } from '#tests/fixtures/dossier/sample-dossier.ts';

const text = `## Asked

Who was **there**, *who* ~~not~~: see [[${id('sank')}]] and [the page](https://bad.example/).

- one
  - inner
3. third

- [ ] call again
- [x] called

> as told

| Who | When |
| --- | --- |
| Kim | 2025 |

\`\`\`
a <b>
\`\`\`

---

<img src=x> #tag $math$`;
const written = note('Open question', 40, text, ['card']);
const dossier = sampleDossier('team', { ...sampleRecord, notes: { ...sampleRecord.notes, [written.id]: written } });
const number = dossier.notes.find((each) => each.id === written.id)?.label ?? '';
const cited = dossier.claims.find((claim) => claim.id === id('sank'))?.label ?? '';

describe("the analysts' own writing", () => {
  it('reads in the page as it was meant, below its title, and is words where it is not mark-up', () => {
    const page = notes(dossier).safeHtml;
    const told = page.slice(page.indexOf(`id="${number}"`));
    for (const piece of ['<h4>Asked</h4>', '<strong>there</strong>', '<em>who</em>', '<s>not</s>', `href="#${cited}"`, 'the page (https://bad.example/)'])
      expect(told).toContain(piece);
    for (const piece of ['<ul><li>one', '<li>inner</li>', '<ol start="3"><li>third</li></ol>', 'aria-label="to do">☐</span> call again', '☑</span> called'])
      expect(told).toContain(piece);
    for (const piece of [
      '<blockquote><p dir="auto">as told</p>',
      '<th scope="col">Who</th>',
      '<td>Kim</td>',
      '<pre>a &lt;b&gt;</pre>',
      '<hr>',
      '&lt;img src=x&gt;',
    ])
      expect(told).toContain(piece);
    expect(told).not.toMatch(/\*\*|href="https:\/\/bad/);
  });

  it('is set in the PDF by its blocks, every word printable', () => {
    const [volume] = volumesOf(dossier);
    if (!volume) throw new Error('fixture');
    const data = printData(
      dossier,
      [],
      printerFor((point) => point < 128),
      volume,
    ) as { readonly notes: readonly { readonly label: string; readonly writing: readonly object[] }[] };
    const told = data.notes.find(({ label }) => label === number)?.writing ?? [];
    expect(told.map((block) => ('sort' in block ? block.sort : ''))).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'list',
      'quote',
      'table',
      'code',
      'rule',
      'paragraph',
    ]);
    expect(JSON.stringify(told)).toContain(`{"sort":"cite","label":"${cited}"}`);
    expect(told[4]).toMatchObject({ items: [{ done: false }, { done: true }] });
  });

  it('is paragraphs, lists and tables of the DOCX, with a box before each task', () => {
    const document = wordDocument(dossier, () => null).xml;
    const told = document.slice(document.indexOf(`w:name="${number}"`));
    expect(told).toMatch(/<w:pStyle w:val="Heading3"\/><\/w:pPr><w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">Asked</);
    expect(told).toMatch(/<w:b\/><\/w:rPr><w:t xml:space="preserve">there</);
    expect(told).toMatch(/<w:i\/><\/w:rPr><w:t xml:space="preserve">who</);
    expect(told).toMatch(/<w:strike\/><\/w:rPr><w:t xml:space="preserve">not</);
    const items = [
      ...told.matchAll(
        /w:hanging="340"\/><\/w:pPr><w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">(.)\.?<\/w:t><\/w:r><w:r><w:tab\/><\/w:r><w:r><w:rPr><\/w:rPr><w:t xml:space="preserve">([^<]*)</g,
      ),
    ];
    expect(items.slice(0, 5).map(([, sign, words]) => `${sign} ${words}`)).toEqual(['• one', '• inner', '3 third', '☐ call again', '☑ called']);
    expect(told).toContain('<w:tblCaption w:val="Table of a note"/>');
    expect(told).toContain('a &lt;b&gt;');
  });

  it('stays Markdown in the vault, in which nothing becomes a tag, a formula, an embed or a link that leads out', () => {
    const page = vaultPages(dossier, () => null).find(({ path }) => path === `notes/${number}.md`)?.text ?? '';
    for (const piece of [
      '\n## Asked\n',
      '**there**',
      `[[${cited}]]`,
      '- [ ] call again',
      '- [x] called',
      '> as told',
      '| Kim | 2025 |',
      'the page (https://bad.example/)',
    ])
      expect(page).toContain(piece);
    expect(page).toContain('\\<img src\\=x\\> \\#tag \\$math\\$');
    expect(page).not.toContain('](<');
  });
});
