import type { DossierStatement } from '#shared/dossier/dossier-content.ts';
import { profileWords } from '#shared/dossier/dossier-wording.ts';
import { linkChartFigure } from '#shared/dossier/figures/link-chart.ts';
import { timelineFigure } from '#shared/dossier/figures/timeline.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { type ReportPart, reportParts } from '#shared/dossier/report-parts.ts';
import { partTitles } from '#shared/dossier/report-wording.ts';
import { momentInWords } from '../visible-text.ts';
import { nothing, type Xml, xml } from '../xml-text.ts';
import { claimsPart, conflictsPart } from './claims-part.ts';
import { actorsPart, custodyPart, keyPart, linksPart, methodPart, scalesPart, sourcesPart } from './closing-part.ts';
import { drawnFigure, wordPaint } from './drawn-figure.ts';
import { exhibitsPart } from './exhibits-part.ts';
import { indexPart, lastColumns, page } from './index-part.ts';
import { notesPart } from './notes-part.ts';
import { bookmarked, linkTo, paragraph, run } from './word-markup.ts';
import { cites, facts, type Numbers, section, startNumbers } from './written-parts.ts';

type Part = { readonly id: string; readonly title: string; readonly body: readonly Xml[] };

/** The whole text of the document. `relationOf` names the picture that stands for an exhibit. */
export function wordDocument(dossier: RedactedDossier, relationOf: (label: string) => string | null): Xml {
  const numbers = startNumbers();
  const parts = partsOf(dossier, relationOf, numbers).filter(({ body }) => body.length > 0);
  return xml`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>${cover(dossier)}${paragraph('Heading1', [run('Contents')])}${parts.map(
    ({ id, title }) => paragraph('Normal', [linkTo(id, title)]),
  )}${parts.map(({ id, title, body }) => section(id, title, body, numbers))}<w:sectPr>${parts.at(-1)?.id === 'index' ? lastColumns : page}</w:sectPr></w:body></w:document>`;
}

function cover({ title, profile, about, asOf }: RedactedDossier): Xml {
  const facted = facts('About this dossier', [
    ['Case', about.title],
    [about.analysts.length === 1 ? 'Analyst' : 'Analysts', about.analysts.join(', ')],
    ['Case opened', momentInWords(about.openedAt)],
    ['As of', momentInWords(asOf)],
    ['Handling', about.handling || null],
    ['Purpose', about.purpose || null],
  ]);
  return xml`${paragraph('Title', [run(title)])}${paragraph('Subtitle', [run(`Dossier · ${profileWords[profile]}`)])}${facted}`;
}

function partsOf(dossier: RedactedDossier, relationOf: (label: string) => string | null, numbers: Numbers): readonly Part[] {
  const told = (statements: readonly DossierStatement[]) => statements.map((statement) => statementParagraph(statement, numbers));
  const bodies: { readonly [P in ReportPart]: () => readonly Xml[] } = {
    summary: () => told(dossier.statements),
    judgments: () => dossier.judgments.flatMap((judgment) => judgmentParagraphs(judgment, numbers)),
    sections: () => dossier.sections.flatMap(({ heading, statements }) => [paragraph('Heading2', [run(heading)]), ...told(statements)]),
    timeline: () => drawnFigure(timelineFigure(dossier, wordPaint), 'Timeline', numbers),
    actors: () => actorsPart(dossier, numbers),
    claims: () => claimsPart(dossier, numbers),
    conflicts: () => conflictsPart(dossier),
    alternatives: () => told(dossier.alternatives),
    questions: () => dossier.questions.map((question) => statementParagraph({ ...question, cites: [] }, numbers)),
    exhibits: () => exhibitsPart(dossier, relationOf, numbers),
    sources: () => sourcesPart(dossier, numbers),
    links: () => [...drawnFigure(linkChartFigure(dossier, wordPaint), 'Chart of links', numbers), ...linksPart(dossier, numbers)],
    notes: () => notesPart(dossier, numbers),
    custody: () => custodyPart(dossier),
    key: () => keyPart(dossier, numbers),
    method: () => methodPart(dossier),
    glossary: () => scalesPart(),
    index: () => indexPart(dossier),
  };
  return reportParts(dossier).map((part) => ({ id: part, title: partTitles[part], body: bodies[part]() }));
}

function statementParagraph({ label, text, cites: labels }: Pick<DossierStatement, 'label' | 'text' | 'cites'>, numbers: Numbers): Xml {
  const resting = labels.length === 0 ? nothing : xml`${run(' (')}${cites(labels)}${run(')')}`;
  return paragraph('Normal', [run(`${label}  `, { soft: true, bold: true }), run(text), resting], bookmarked(label, numbers.next()));
}

/** Likelihood and confidence stand in sentences of their own (ICD 203). */
function judgmentParagraphs(judgment: RedactedDossier['judgments'][number], numbers: Numbers): readonly Xml[] {
  const { likelihood, confidence, basis } = judgment;
  return [
    statementParagraph(judgment, numbers),
    paragraph('Quote', [run(`Likelihood: ${likelihood.replaceAll('-', ' ')}.`)]),
    paragraph('Quote', [run(`Confidence: ${confidence}. `), run(basis)]),
  ];
}
