import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exhibitCopies, readPictures } from '#main/dossier/formats/exhibit-copies.ts';
import { writeHtml } from '#main/dossier/formats/html/write-html.ts';
import { volumesOf, writePdf } from '#main/dossier/formats/pdf/write-pdf.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { streamsOf, wordsOf } from '#tests/fixtures/dossier/inside-pdf.ts';
import { id, sampleBlobs, sampleRecord, secretName, secretQuote } from '#tests/fixtures/dossier/sample-case.ts';
import { sampleDossier, sampleSigner } from '#tests/fixtures/dossier/sample-dossier.ts';

const copiesOf = async (dossier: RedactedDossier) => {
  const copies = await readPictures(exhibitCopies(dossier, sampleBlobs));
  if (!copies.ok) throw new Error(copies.problem.kind);
  return copies.value;
};
const htmlOf = async (dossier: RedactedDossier) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeHtml(dossier, exhibitCopies(dossier, sampleBlobs), sampleSigner)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
};
const firstVolume = (dossier: RedactedDossier) => volumesOf(dossier)[0] ?? expect.unreachable();

describe('the volumes of a PDF', () => {
  const of = (exhibits: number) =>
    volumesOf({ exhibits: Array.from({ length: exhibits }, (_, index) => ({ label: `E${index + 1}` })) } as unknown as RedactedDossier);
  it.each([0, 1, 200, 201, 220, 221, 1_000])('of %i exhibits hold each of them once, in order, and the first of several only a few', (exhibits) => {
    const volumes = of(exhibits);
    expect(volumes.flatMap((volume) => volume.exhibits)).toEqual(Array.from({ length: exhibits }, (_, index) => `E${index + 1}`));
    expect(volumes.map(({ number, count }) => [number, count])).toEqual(volumes.map((_, index) => [index + 1, volumes.length]));
    for (const { number, exhibits: those } of volumes) expect(those.length).toBeLessThanOrEqual(volumes.length > 1 && number === 1 ? 20 : 200);
    expect(volumes.slice(1).every(({ exhibits: those }) => those.length > 0)).toBe(true);
  });
});
const pdfOf = async (dossier: RedactedDossier) => {
  const pdf = await writePdf(dossier, exhibitCopies(dossier, sampleBlobs), firstVolume(dossier), () => false);
  if (!pdf.ok) throw new Error(pdf.problem.kind);
  return pdf.value;
};

/** The sample case with a hostile claim, name, title and note. */
function hostile(words: string): CaseRecord {
  const [claim, article, post] = [sampleRecord.claims[id('sank')], sampleRecord.evidence[id('article.html')], sampleRecord.entities[id('Post')]];
  const [source, note, meta] = [sampleRecord.sources[id('source of the article')], sampleRecord.notes[id('Open question')], sampleRecord.meta['case']];
  if (!claim || !article || !post || !source || !note || !meta) throw new Error('fixture');
  return {
    ...sampleRecord,
    meta: { case: { ...meta, title: words, handling: words } },
    claims: { ...sampleRecord.claims, [claim.id]: { ...claim, text: words } },
    evidence: { ...sampleRecord.evidence, [article.id]: { ...article, name: words.slice(0, 500) } },
    entities: { ...sampleRecord.entities, [post.id]: { ...post, names: [words] } },
    sources: { ...sampleRecord.sources, [source.id]: { ...source, title: words, url: 'https://harbour.example/"onmouseover="alert(1)' } },
    notes: { ...sampleRecord.notes, [note.id]: { ...note, text: words } },
  };
}

describe('the HTML dossier', () => {
  it('is one page that asks for nothing: no outside reference but links to read, one script to check it, a policy that forbids all else', async () => {
    const page = await htmlOf(sampleDossier('team'));
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const digest = (text: string) => createHash('sha256').update(text).digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${digest(style)}'; script-src 'sha256-${digest(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.split('<script')).toHaveLength(2);
    expect(page).not.toMatch(/<link|<iframe|<object|@import|url\(|\son\w+=/i);
    expect(
      [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(#|data:image\/png;base64,|https:\/\/)/.test(target)),
    ).toEqual([]);
  });

  it('leads every label to something in the page', async () => {
    for (const profile of ['public', 'team', 'court'] as const) {
      const page = await htmlOf(sampleDossier(profile));
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name);
      expect(new Set(ids).size).toBe(ids.length);
      expect([...page.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name).filter((name) => !ids.includes(name))).toEqual([]);
    }
  });

  it('bears the handling note', async () => {
    expect(await htmlOf(sampleDossier('public'))).toContain('TLP:AMBER. Do not pass on.');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style><svg onload=alert(1)>',
    '{{constructor.constructor("alert(1)")()}}',
    'javascript:alert(1)',
  ])('shows %s as text', async (words) => {
    const page = await htmlOf(sampleDossier('team', hostile(words)));
    const tags = [...page.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)>/gi)];
    expect(tags.filter(([, name = '']) => ['script', 'iframe', 'object', 'embed'].includes(name.toLowerCase())).map(([tag]) => tag)).toEqual(['<script>']);
    expect(tags.filter(([, , attributes = '']) => /(^|\s)on\w+\s*=/i.test(attributes.replace(/"[^"]*"/g, '""')))).toEqual([]);
    expect(tags.filter(([, name]) => name === 'img')).toHaveLength(2);
    expect(page).not.toMatch(/href="javascript:/i);
  });

  it('writes out characters that turn the direction of what is read', async () => {
    const page = await htmlOf(sampleDossier('team', hostile('evil\u202egpj.exe\u0007')));
    for (const hidden of ['\u202e', '\u0007']) expect(page).not.toContain(hidden);
    expect(page).toContain('evil[U+202E]gpj.exe[U+0007]');
  });
});

describe('the PDF dossier', () => {
  it('is the same bytes each time', async () => {
    const [once, again] = [await pdfOf(sampleDossier('public')), await pdfOf(sampleDossier('public'))];
    expect(Buffer.compare(Buffer.from(once), Buffer.from(again))).toBe(0);
  });

  it('says that it is PDF/A-3a and PDF/UA-1, and shows its title', async () => {
    const text = Buffer.from(await pdfOf(sampleDossier('team'))).toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text.slice(text.lastIndexOf('stream\n<?xpacket'))).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text.slice(text.lastIndexOf('/MarkInfo'))).not.toContain('/Suspects');
  });

  it('holds its data as an attachment, and its words in Latin, Cyrillic and Hangul', async () => {
    const pdf = await pdfOf(sampleDossier('team'));
    const attached = streamsOf(pdf).find((stream) => stream.includes('"corroborate-dossier"'));
    expect(JSON.parse(attached?.toString('utf8') ?? '')).toMatchObject({ title: 'What sank the ferry', profile: 'team' });
    const words = wordsOf(pdf);
    for (const word of ['ferry', 'Аврора', '강철']) expect([...word].every((letter) => words.includes(letter))).toBe(true);
    expect(words).toContain('Министерство');
  });

  it.each(['#panic("x")', '#read("/etc/passwd")', '*x* _y_ $z$ @ref <label> = Heading', '#import "@preview/x:0.1.0"', '\\u{202e}'])(
    'prints %s as text',
    async (words) => {
      const pdf = await pdfOf(sampleDossier('team', hostile(words)));
      expect(wordsOf(pdf).replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    },
  );

  it('makes a link of an http address only', async () => {
    const source = sampleRecord.sources[id('source of the article')];
    if (!source) throw new Error('fixture');
    const record = { ...sampleRecord, sources: { ...sampleRecord.sources, [source.id]: { ...source, url: 'javascript:app.alert(1)' } } };
    const text = Buffer.from(await pdfOf(sampleDossier('court', record))).toString('latin1');
    expect(text).not.toMatch(/\/URI \(javascript/i);
    expect(text).toContain('/URI (https://leak.example/room7/kang)');
  });

  it.each([
    ['Arabic, which the fonts lack', 'سلام', '[U+0633]'],
    ['a control character', 'a\u0001b', '[U+0001]'],
    ['a turn of direction', 'a\u202eb', '[U+202E]'],
    ['half of a surrogate pair', 'a\ud800b', '[U+D800]'],
    ['private use', 'a\ue000b', '[U+E000]'],
    ['emoji', 'flag 🇰🇵', '[U+1F1F0]'],
  ])('writes out %s', async (_name, words, shown) => {
    expect(wordsOf(await pdfOf(sampleDossier('team', hostile(words)))).replace(/\s/g, '')).toContain(shown);
  });

  it.each([
    ['a word of 100,000 letters', 'x'.repeat(100_000)],
    ['20,000 brackets', '('.repeat(20_000)],
    ['20,000 marks on one letter', `a${'\u0301'.repeat(20_000)}`],
  ])('prints %s', async (_name, words) => {
    expect((await pdfOf(sampleDossier('team', hostile(words)))).length).toBeGreaterThan(50_000);
  });

  it('stops when it is cancelled', async () => {
    const dossier = sampleDossier('team');
    expect(await writePdf(dossier, exhibitCopies(dossier, sampleBlobs), firstVolume(dossier), () => true)).toEqual({
      ok: false,
      problem: { kind: 'cancelled' },
    });
  });
});

describe('what is withheld', () => {
  it('is in no byte of the public files, packed or not', async () => {
    const dossier = sampleDossier('public');
    const item = sampleRecord.evidence[id(secretName)];
    const picture = Buffer.from(
      (await sampleBlobs.readBlob(item?.picture?.figure.blob ?? ('' as never), 0, 4096)).ok ? ((await copiesOf(sampleDossier('team')))[0]?.bytes ?? []) : [],
    );
    const pdf = await pdfOf(dossier);
    const page = Buffer.from(await htmlOf(dossier));
    const places = [Buffer.from(pdf), ...streamsOf(pdf), page];
    const secrets = [secretName, secretQuote, 'Kang', '강철', 'leak.example', item?.sha256 ?? '', item?.picture?.figure.sha256 ?? '', item?.blob ?? ''];
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      for (const spelling of [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(secret, 'utf16le').swap16()]) {
        expect(places.some((place) => place.includes(spelling))).toBe(false);
      }
      expect(wordsOf(pdf)).not.toContain(secret);
    }
    expect(picture.length).toBeGreaterThan(50);
    expect(page.includes(picture.toString('base64').slice(40, 100))).toBe(false);
  });

  it('would be found by the same search in the edition for the team', async () => {
    const pdf = await pdfOf(sampleDossier('team'));
    expect(wordsOf(pdf)).toContain('Kang');
    expect(streamsOf(pdf).some((stream) => stream.includes(secretQuote))).toBe(true);
  });
});
