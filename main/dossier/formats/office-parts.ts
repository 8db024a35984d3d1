import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import { type Xml, xml } from './xml-text.ts';

/** Parts that every Office Open XML package has (ECMA-376 part 2). */
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const documentSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `[Content_Types].xml`: each part with its kind; pictures by their extension. */
export function partsList(parts: readonly (readonly [string, string])[]): Xml {
  return xml`<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.map(
    ([name, kind]) => xml`<Override PartName="${name}" ContentType="${kind}"/>`,
  )}</Types>`;
}

export function officeRelations(main: string): Xml {
  return xml`<Relationships xmlns="${packageSpace}/relationships"><Relationship Id="rId1" Type="${documentSpace}/officeDocument" Target="${main}"/><Relationship Id="rId2" Type="${packageSpace}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
}

/** Title and date of the dossier and nothing else: no author, no program, no machine. */
export function coreProperties({ title, asOf }: RedactedDossier): Xml {
  const moment = `${asOf.slice(0, 19)}Z`;
  return xml`<cp:coreProperties xmlns:cp="${packageSpace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}
