import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { looksLikeFormula } from '../csv/csv-text.ts';
import { coreProperties, officeRelations, partsList } from '../office-parts.ts';
import type { Cell, Table } from '../tables-of.ts';
import { type Xml, xml, xmlFile } from '../xml-text.ts';
import type { ZipMember } from '../zip-file.ts';

const sheetSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What a cell holds at most (Excel specifications and limits). */
const longestCell = 32_767;
const widest = 60;
/** Places in the list of cell formats in {@link styles}. */
const style = { head: 1, text: 2, quoted: 3, number: 4 } as const;

/** A workbook with one sheet for each table (ECMA-376, SpreadsheetML transitional). Texts are inline strings of the format *text*: no cell is a formula. */
export function* workbookMembers(dossier: RedactedDossier, tables: readonly Table[]): Iterable<ZipMember> {
  const sheets = tables.map((table, index) => ({ table, path: `xl/worksheets/sheet${index + 1}.xml`, id: `rId${index + 1}` }));
  const stylesId = `rId${sheets.length + 1}`;
  yield member(
    '[Content_Types].xml',
    partsList([
      ['/xl/workbook.xml', `${kinds}.sheet.main+xml`],
      ['/xl/styles.xml', `${kinds}.styles+xml`],
      ...sheets.map(({ path }) => [`/${path}`, `${kinds}.worksheet+xml`] as const),
    ]),
  );
  yield member('_rels/.rels', officeRelations('xl/workbook.xml'));
  yield member('docProps/core.xml', coreProperties(dossier));
  yield member(
    'xl/workbook.xml',
    xml`<workbook xmlns="${sheetSpace}" xmlns:r="${relationSpace}"><sheets>${sheets.map(
      ({ table, id }, index) => xml`<sheet name="${table.name}" sheetId="${index + 1}" r:id="${id}"/>`,
    )}</sheets><definedNames>${sheets.map(
      ({ table }, index) => xml`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${table.name}!${absolute(table)}</definedName>`,
    )}${sheets.map(({ table }, index) => xml`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${table.name}!$1:$1</definedName>`)}</definedNames></workbook>`,
  );
  yield member(
    'xl/_rels/workbook.xml.rels',
    xml`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map(
      ({ id }, index) => xml`<Relationship Id="${id}" Type="${relationSpace}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )}<Relationship Id="${stylesId}" Type="${relationSpace}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield member('xl/styles.xml', styles());
  for (const { table, path } of sheets) yield member(path, sheet(table));
}

function member(name: string, root: Xml): ZipMember {
  return { name, bytes: new TextEncoder().encode(xmlFile(root)) };
}

function sheet({ columns, rows }: Table): Xml {
  const width = (index: number) => Math.min(widest, 3 + Math.max(...[columns, ...rows].map((row) => Math.min(widest, String(row[index] ?? '').length))));
  const range = `A1:${letters(columns.length - 1)}${rows.length + 1}`;
  return xml`<worksheet xmlns="${sheetSpace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(
    (_, index) => xml`<col min="${index + 1}" max="${index + 1}" width="${width(index)}" customWidth="1"/>`,
  )}</cols><sheetData>${row(1, columns, () => style.head)}${rows.map((cells, index) => row(index + 2, cells, styleOf))}</sheetData><autoFilter ref="${range}"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function row(at: number, cells: readonly Cell[], styled: (cell: string | number) => number): Xml {
  return xml`<row r="${at}">${cells.map((cell, index) => {
    const place = `${letters(index)}${at}`;
    if (cell === null) return xml`<c r="${place}" s="${style.text}"/>`;
    if (typeof cell === 'number') return xml`<c r="${place}" s="${styled(cell)}"><v>${cell}</v></c>`;
    return xml`<c r="${place}" s="${styled(cell)}" t="inlineStr"><is><t xml:space="preserve">${clamped(cell)}</t></is></c>`;
  })}</row>
`;
}

function styleOf(cell: string | number): number {
  if (typeof cell === 'number') return style.number;
  // The mark that Excel itself sets for an apostrophe: a cell that is edited later does not become a formula either.
  return looksLikeFormula(cell) ? style.quoted : style.text;
}

function clamped(text: string): string {
  const cut = ' [cut: the whole text is in dossier.json]';
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - cut.length).replace(/[\ud800-\udbff]$/, '')}${cut}`;
}

function styles(): Xml {
  const wrapped = xml`<alignment vertical="top" wrapText="1"/>`;
  return xml`<styleSheet xmlns="${sheetSpace}"><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="hair"><color rgb="FF8A94A6"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" fontId="1" fillId="2" applyFill="1" applyFont="1"/><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyAlignment="1" applyBorder="1">${wrapped}</xf><xf numFmtId="49" borderId="1" quotePrefix="1" applyNumberFormat="1" applyAlignment="1" applyBorder="1">${wrapped}</xf><xf borderId="1" applyAlignment="1" applyBorder="1">${wrapped}</xf></cellXfs></styleSheet>`;
}

function absolute({ columns, rows }: Table): string {
  return `$A$1:$${letters(columns.length - 1)}$${rows.length + 1}`;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}
