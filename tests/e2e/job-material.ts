import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import { articleHtml, seedArticle } from '#tests/fixtures/material/article-html.ts';

const card = join(import.meta.dirname, '..', 'fixtures', 'desk', 'drawn-card.jpg');

/** Words that the article holds and that a claim of the job quotes. */
export const quoted = /on Saturday, January 11/.test(seedArticle()) ? 'on Saturday, January 11' : 'Kursk region';

/** What the article says, in the words of the project: each proposition with who asserts it and the words it rests on; two are read off the picture. */
export const propositions = [
  { text: 'Two soldiers were captured in the Kursk region.', asserter: 'Volodymyr Zelensky', quote: 'January 11', saidAt: '2025-01-11' },
  { text: 'They were taken by Ukrainian troops in Kursk.', asserter: 'Volodymyr Zelensky', quote: 'Kursk region', saidAt: '2025-01-11' },
  { text: 'Their nationality was asserted without proof.', asserter: 'AFP', quote: 'direct evidence', saidAt: '2025-01-12' },
  { text: 'Neither capital has answered the assertion.', asserter: 'AFP', quote: 'has reacted', saidAt: '2025-01-12' },
  { text: 'The men are questioned with interpreters.', asserter: 'SBU', quote: 'Korean interpreters', saidAt: '2025-01-11' },
  { text: 'One of them took it for an exercise.', asserter: 'SBU', quote: 'not to fight', saidAt: '2025-01-11' },
  { text: 'The two capitals have drawn closer since the invasion.', asserter: 'AFP', quote: 'military ties', saidAt: '2025-01-12' },
  { text: 'The holder of the card was 26 years old.', asserter: 'AFP', quote: '26-year-old man', saidAt: '2025-01-12' },
] as const;

/** The material of the job as files: an article as text and as a saved page, and a drawn picture of a card. */
export function layOutMaterial(scratch: string): readonly string[] {
  const folder = join(scratch, 'material');
  mkdirSync(folder, { recursive: true });
  const paths = ['article.txt', 'article.html', 'card.jpg'].map((name) => join(folder, name));
  const [text = '', page = '', picture = ''] = paths;
  writeFileSync(text, seedArticle());
  writeFileSync(page, articleHtml(seedArticle(), { title: 'Two captured soldiers questioned in Kyiv' }));
  copyFileSync(card, picture);
  return paths;
}

/** Answers the next choosing of files with these. */
export async function chooseFiles(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...chosen] });
    },
    [...paths],
  );
}

/** What is wrong with an exported dossier; empty when a stranger would find it whole. */
export async function wrongWith(folder: string): Promise<readonly string[]> {
  const reply = await verifyDossier(folder, { step: () => undefined, cancelled: () => false });
  if (!reply.ok) return [reply.problem.kind];
  return [...reply.value.findings.map(({ code, file }) => `${code} ${file}`), ...(reply.value.signedBy === null ? ['not signed'] : [])];
}
