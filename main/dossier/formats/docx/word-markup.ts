import { visibleText } from '../visible-text.ts';
import { nothing, type Xml, xml } from '../xml-text.ts';

/** Pieces of WordprocessingML (ECMA-376, transitional) that a document is put together from. */
export type Style =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Chain'
  | 'Quote'
  | 'Caption'
  | 'Figure'
  | 'Gap'
  | 'Handling'
  | 'ListBullet'
  | 'Listed'
  | 'Indexed'
  | 'Rule'
  | 'Normal'
  | 'Cell'
  | 'KeptCell'
  | 'CellHead';
export type RunStyle = {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly soft?: boolean;
  readonly mono?: boolean;
  readonly language?: string | null;
};

export function run(text: string, style: RunStyle = {}): Xml {
  const lines = visibleText(text).split('\n');
  const properties = xml`<w:rPr>${style.mono ? xml`<w:rFonts w:ascii="DejaVu Sans Mono" w:hAnsi="DejaVu Sans Mono" w:cs="DejaVu Sans Mono"/>` : nothing}${
    style.bold ? xml`<w:b/>` : nothing
  }${style.italic ? xml`<w:i/>` : nothing}${style.strike ? xml`<w:strike/>` : nothing}${style.soft ? xml`<w:color w:val="4A5568"/>` : nothing}${style.mono ? xml`<w:sz w:val="16"/>` : nothing}${languageOf(style.language ?? null)}</w:rPr>`;
  return xml`<w:r>${properties}${lines.map((line, index) => xml`${index > 0 ? xml`<w:br/>` : nothing}<w:t xml:space="preserve">${line}</w:t>`)}</w:r>`;
}

/** East Asian languages have a place of their own, or a spelling checker would take Hangul for English. */
function languageOf(language: string | null): Xml {
  if (language === null || !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) return nothing;
  return /^(ko|ja|zh)/.test(language) ? xml`<w:lang w:eastAsia="${language}"/>` : xml`<w:lang w:val="${language}"/>`;
}

export function paragraph(style: Style, content: readonly Xml[], bookmark: Xml = nothing): Xml {
  return xml`<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${bookmark}${content}</w:p>
`;
}

/** An item of a list inside `depth` lists, with its sign before it. */
export function listed(sign: string, depth: number, content: readonly Xml[]): Xml {
  const left = 340 * depth;
  return xml`<w:p><w:pPr><w:pStyle w:val="Listed"/><w:tabs><w:tab w:val="left" w:pos="${left}"/></w:tabs><w:ind w:left="${left}" w:hanging="${sign === '' ? 0 : 340}"/></w:pPr>${sign === '' ? nothing : xml`${run(sign)}<w:r><w:tab/></w:r>`}${content}</w:p>
`;
}

export function bookmarked(name: string, number: number): Xml {
  return xml`<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`;
}

/** A link to a bookmark of the document. */
export function linkTo(name: string, text = name): Xml {
  return xml`<w:hyperlink w:anchor="${name}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:hyperlink>`;
}

/** Widths in twentieths of a point; they fill {@link textWidth}. With heads the first row is repeated on each page and read out as such. `withNext` keeps it on the page of what follows. */
export function table(
  caption: string,
  widths: readonly number[],
  heads: readonly (string | Xml)[] | null,
  rows: readonly (readonly Xml[])[],
  withNext = false,
): Xml {
  const cell = (content: Xml, index: number, style: Style) =>
    xml`<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, [content])}</w:tc>`;
  const head =
    heads === null
      ? nothing
      : xml`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads.map((head, index) => cell(typeof head === 'string' ? run(head) : head, index, 'CellHead'))}</w:tr>`;
  const look =
    heads === null ? xml`<w:tblLook w:val="0080" w:firstRow="0" w:firstColumn="1"/>` : xml`<w:tblLook w:val="0020" w:firstRow="1" w:firstColumn="0"/>`;
  return xml`<w:tbl><w:tblPr><w:tblStyle w:val="Dossier"/><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${look}<w:tblCaption w:val="${caption}"/></w:tblPr><w:tblGrid>${widths.map(
    (width) => xml`<w:gridCol w:w="${width}"/>`,
  )}</w:tblGrid>${head}${rows.map(
    (cells) =>
      xml`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((content, index) => cell(content, index, heads === null && index === 0 ? 'CellHead' : withNext ? 'KeptCell' : 'Cell'))}</w:tr>
`,
  )}</w:tbl>
`;
}

/** Width of the text of an A4 page between margins of 2.2 cm, in twentieths of a point. */
export const textWidth = 9412;
