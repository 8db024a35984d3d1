import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corroborate, usualPassphrase } from '#tests/harness/command-line.ts';
import { onePixelPng } from '#tests/harness/hosted-case.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

type Row = { readonly id: string; readonly kind: string; readonly [field: string]: unknown };
const article = 'The president wrote: “Our soldiers captured them.”\nOne photo shows an ID card issued in Тыва. 북한군 병사.';

describe('the whole job on the command line', () => {
  it(
    'goes from a new case to a dossier that a stranger can verify',
    () =>
      inTemporaryFolder(async (folder) => {
        const box = join(folder, 'Дело.case');
        const run = async (...args: readonly string[]) => {
          const done = await corroborate([...args, '--json']);
          if (done.code !== 0) throw new Error(`${args[0]}: ${done.code} ${done.err}`);
          return done.json() as Row & Row[];
        };
        const made = await run('new', box, '--title', 'Билет', '--purpose', 'Whose card?');
        expect(made).toMatchObject({ kind: 'case', title: 'Билет' });
        expect(made['recoveryWords']).toHaveLength(24);

        writeFileSync(join(folder, 'article.txt'), article);
        writeFileSync(join(folder, 'card.png'), onePixelPng);
        const [text, card] = await run(
          'import',
          box,
          join(folder, 'article.txt'),
          join(folder, 'card.png'),
          '--publisher',
          'Le Monde',
          '--published',
          '2025-01-12',
        );
        expect(text).toMatchObject({ kind: 'document', mime: 'text/plain', name: 'article.txt', bytes: Buffer.byteLength(article), outcome: 'taken-in' });
        expect(card).toMatchObject({ kind: 'image', mime: 'image/png' });
        expect(text?.['sha256']).toMatch(/^[0-9a-f]{64}$/);

        const [textId, cardId] = [text?.id ?? '', card?.id ?? ''];
        const said = await run(
          'claim',
          'add',
          box,
          '--text',
          'They were captured.',
          '--asserter',
          'The president',
          '--act',
          'published',
          '--via',
          'AFP',
          '--via',
          'Le Monde',
          '--said-at',
          '2025-01-11',
          '--evidence',
          textId,
          '--quote',
          '"Our soldiers captured them."',
        );
        const shown = await run('claim', 'add', box, '--text', 'The card is from Tyva.', '--asserter', 'AFP', '--evidence', cardId, '--region', '0,0,200,100');
        const link = await run('link', 'add', box, shown.id, 'supports', said.id, '--rationale', 'Same photograph');
        expect(link).toMatchObject({ kind: 'link', type: 'supports' });
        expect(await run('rate', box, said.id, '--credibility', '1', '--finding', 'corroborated')).toMatchObject({
          advice: ['corroborated-by-one-origin', 'credibility-1-by-one-origin'],
        });
        expect(await run('rate', box, textId, '--source', 'B')).toMatchObject({ kind: 'source', reliability: 'B' });
        const note = await run('note', 'add', box, '--about', said.id, '--text', `See [[${textId}]].`);
        expect(await run('mark', box, cardId, '--at-risk', 'captive', '--at-risk', 'private-document')).toMatchObject({
          atRisk: ['captive', 'private-document'],
        });

        expect((await run('list', box, 'claims')).map(({ kind, id }) => [kind, id])).toEqual([
          ['claim', said.id],
          ['claim', shown.id],
        ]);
        expect(await run('list', box, 'sources')).toMatchObject([{ reliability: 'B', publisher: 'Le Monde', kind: 'document' }, { kind: 'image' }]);
        expect(await run('list', box, 'evidence')).toMatchObject([
          { id: textId, sha256: text?.['sha256'], mime: 'text/plain', name: 'article.txt' },
          { id: cardId },
        ]);
        expect(await run('list', box, 'links')).toMatchObject([{ id: link.id, kind: 'link', type: 'supports' }]);
        expect(await run('list', box, 'notes')).toMatchObject([{ id: note.id, kind: 'note' }]);
        expect((await run('list', box, 'entities')).map((entity) => entity['names'])).toEqual([['The president'], ['AFP'], ['Le Monde']]);
        expect((await run('list', box, 'custody')).map((entry) => entry['action'])).toEqual(['imported', 'imported', 'marked']);
        expect(await run('show', box, said.id)).toMatchObject({ id: said.id, kind: 'claim', asserter: 'The president', links: [{ type: 'supports' }] });
        expect((await run('search', box, 'тыва'))[0]).toMatchObject({ id: textId, kind: 'evidence' });
        expect((await run('search', box, '병사'))[0]?.id).toBe(textId);

        const copy = join(folder, 'copy.txt');
        expect(await run('export', box, textId, '--out', copy)).toMatchObject({ id: textId, sha256: text?.['sha256'] });
        expect(readFileSync(copy, 'utf8')).toBe(article);
        const dossier = join(folder, 'dossier');
        expect(
          await run('dossier', box, '--out', dossier, '--format', 'html', '--profile', 'public', '--marked', 'left-out', '--title', 'For all'),
        ).toMatchObject({
          withheld: 1,
          exhibits: 1,
          claims: 2,
        });
        expect(await run('verify', dossier)).toMatchObject({ kind: 'dossier', sound: true });
        expect(await run('verify', box)).toMatchObject({ kind: 'case', sound: true });
        expect((await run('list', box, 'custody')).map((entry) => entry['action'])).toEqual(['imported', 'imported', 'marked', 'exported', 'exported']);

        const html = join(dossier, 'dossier.html');
        writeFileSync(html, readFileSync(html, 'utf8').replace('captured', 'captivated'));
        const altered = await corroborate(['verify', dossier, '--json']);
        expect(altered.code).toBe(1);
        expect(altered.json()).toMatchObject({ sound: false, findings: [{ code: 'changed', file: 'dossier.html' }] });
      }),
    240_000,
  );

  it(
    'changes the passphrase, and recovers the case by its words',
    () =>
      inTemporaryFolder(async (folder) => {
        const box = join(folder, 'a.case');
        const { recoveryWords } = (await corroborate(['new', box, '--title', 'T', '--json'])).json() as { recoveryWords: string[] };
        const changed = await corroborate(['passphrase', box, 'change'], {
          env: { CORROBORATE_PASSPHRASE: usualPassphrase, CORROBORATE_NEW_PASSPHRASE: 'a second one' },
        });
        expect(changed.code).toBe(0);
        const old = await corroborate(['list', box, 'claims', '--json']);
        expect(old.code).toBe(1);
        expect(old.json()).toEqual({ problem: { kind: 'wrong-passphrase' } });
        writeFileSync(join(folder, 'words'), `${recoveryWords.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n')}\n`);
        const recovered = await corroborate(['recover', box, '--recovery-file', join(folder, 'words')], { env: { CORROBORATE_NEW_PASSPHRASE: 'a third one' } });
        expect(recovered.code).toBe(0);
        writeFileSync(join(folder, 'pass'), 'a third one\n');
        expect((await corroborate(['list', box, 'claims', '--passphrase-file', join(folder, 'pass')], { env: {} })).code).toBe(0);
        const wrong = await corroborate(['recover', box], { env: { CORROBORATE_RECOVERY_CODE: 'one two three', CORROBORATE_NEW_PASSPHRASE: 'a fourth one' } });
        expect(wrong.code).toBe(1);
      }),
    240_000,
  );
});
