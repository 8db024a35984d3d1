import { type Xml, xml } from '../xml-text.ts';
import { textWidth } from './word-markup.ts';

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Sizes are in half points, spaces in twentieths of a point. */
type Look = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly outline?: number;
  readonly keep?: boolean;
  readonly indent?: number;
  readonly bar?: boolean;
  readonly rule?: boolean;
};

const ink = '1A202C';
const accent = '1F3A5F';
const soft = '4A5568';
const paragraphStyles: readonly (readonly [string, string, Look])[] = [
  ['Title', 'Title', { size: 52, bold: true, color: accent, before: 0, after: 80, keep: true }],
  ['Subtitle', 'Subtitle', { size: 22, color: soft, before: 0, after: 120 }],
  ['Heading1', 'heading 1', { size: 32, bold: true, color: accent, before: 480, after: 140, outline: 0, keep: true }],
  ['Heading2', 'heading 2', { size: 24, bold: true, color: ink, before: 320, after: 80, outline: 1, keep: true }],
  ['Heading3', 'heading 3', { size: 21, bold: true, color: ink, before: 240, after: 60, outline: 2, keep: true }],
  ['Chain', 'Chain', { color: soft, keep: true }],
  ['Quote', 'Quote', { italic: false, color: ink, before: 60, after: 100, indent: 340, bar: true }],
  ['Caption', 'caption', { size: 17, color: soft, before: 40, after: 160 }],
  ['Figure', 'Figure', { before: 80, after: 60, keep: true }],
  ['Gap', 'Gap', { size: 8, before: 0, after: 0, keep: true }],
  ['Handling', 'Handling', { size: 18, bold: true, color: '9B2C2C', before: 0, after: 0 }],
  ['ListBullet', 'List Bullet', { after: 40, indent: 340 }],
  ['Listed', 'Listed', { after: 40 }],
  ['Indexed', 'Indexed', { size: 18, after: 40 }],
  ['Rule', 'Rule', { size: 8, after: 100, rule: true }],
  ['Cell', 'Cell', { size: 18, before: 30, after: 30 }],
  ['KeptCell', 'Kept Cell', { size: 18, before: 30, after: 30, keep: true }],
  ['CellHead', 'Cell Head', { size: 18, bold: true, color: soft, before: 30, after: 30, keep: true }],
];

/** Styles that an editor finds under the names Word gives them, so that the outline, the navigation pane and screen readers work. */
export function styles(): Xml {
  const fonts = xml`<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="Noto Sans" w:eastAsia="Noto Sans KR"/>`;
  return xml`<w:styles xmlns:w="${wordSpace}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="${ink}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="ko-KR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${paragraphStyles.map(
    paragraphStyle,
  )}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1A4E8A"/><w:u w:val="single"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Dossier"><w:name w:val="Dossier"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="A0AEC0"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="A0AEC0"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="E2E8F0"/></w:tblBorders></w:tblPr></w:style></w:styles>`;
}

function paragraphStyle([id, name, look]: (typeof paragraphStyles)[number]): Xml {
  const { size, bold, italic, color, before, after, outline, keep, indent, bar, rule } = look;
  const side = bar
    ? xml`<w:left w:val="single" w:sz="18" w:space="8" w:color="A0AEC0"/>`
    : xml`<w:bottom w:val="single" w:sz="4" w:space="1" w:color="CBD5E0"/>`;
  const border = bar || rule ? xml`<w:pBdr>${side}</w:pBdr>` : null;
  return xml`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${
    keep ? xml`<w:keepNext/><w:keepLines/>` : null
  }${id === 'ListBullet' ? xml`<w:numPr><w:numId w:val="1"/></w:numPr>` : null}${border}<w:spacing w:before="${before ?? 0}" w:after="${after ?? 100}"/>${
    indent === undefined ? null : xml`<w:ind w:left="${indent}"${id === 'ListBullet' ? xml` w:hanging="227"` : null}/>`
  }${outline === undefined ? null : xml`<w:outlineLvl w:val="${outline}"/>`}</w:pPr><w:rPr>${bold ? xml`<w:b/>` : null}${italic ? xml`<w:i/>` : null}${
    color === undefined ? null : xml`<w:color w:val="${color}"/>`
  }${size === undefined ? null : xml`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`}</w:rPr></w:style>`;
}

export function numbering(): Xml {
  return xml`<w:numbering xmlns:w="${wordSpace}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

export function settings(): Xml {
  return xml`<w:settings xmlns:w="${wordSpace}"><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="ko-KR"/></w:settings>`;
}

/** The handling note at the head of every page. */
export function header(handling: string): Xml {
  return xml`<w:hdr xmlns:w="${wordSpace}"><w:p><w:pPr><w:pStyle w:val="Handling"/></w:pPr><w:r><w:t xml:space="preserve">${handling}</w:t></w:r></w:p></w:hdr>`;
}

/** Title and page number at its foot. */
export function footer(title: string): Xml {
  const field = (name: string) =>
    xml`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return xml`<w:ftr xmlns:w="${wordSpace}"><w:p><w:pPr><w:pStyle w:val="Caption"/><w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${title}</w:t></w:r><w:r><w:tab/></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;
}
