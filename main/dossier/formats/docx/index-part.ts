import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { nameIndex } from '#shared/dossier/report-parts.ts';
import { type Xml, xml } from '../xml-text.ts';
import { paragraph, run } from './word-markup.ts';
import { citeRuns } from './written-parts.ts';

const size = xml`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1247" w:bottom="1247" w:left="1247" w:header="680" w:footer="624" w:gutter="0"/>`;
/** A4 with the handling note at its head and the number at its foot. */
export const page = xml`<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>${size}`;
/** What follows on the same page in two columns; head and foot are those of the section before. */
export const lastColumns = xml`<w:type w:val="continuous"/>${size}<w:cols w:num="2" w:space="480"/>`;

/** Names in the order of the alphabet with where they are told of, in two columns to the end of the document. */
export function indexPart(dossier: RedactedDossier): readonly Xml[] {
  const ended = xml`<w:p><w:pPr><w:pStyle w:val="Gap"/><w:sectPr>${page}</w:sectPr></w:pPr></w:p>
`;
  return [ended, ...nameIndex(dossier).map(({ name, at }) => paragraph('Indexed', [run(`${name}  `), citeRuns(at)]))];
}
