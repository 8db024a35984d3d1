import { profileWords } from '#shared/dossier/dossier-wording.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { ReadPicture } from '../exhibit-copies.ts';
import { coreProperties, officeRelations, partsList } from '../office-parts.ts';
import { type Xml, xml, xmlFile } from '../xml-text.ts';
import type { ZipMember } from '../zip-file.ts';
import { wordDocument } from './document.ts';
import { footer, header, numbering, settings, styles } from './styles.ts';

const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Parts beside the text, by the id of their relation. */
const beside = ['styles', 'numbering', 'settings', 'header', 'footer'] as const;

/** The parts of the document in the order they are written; pictures come last. */
export function* documentMembers(dossier: RedactedDossier, pictures: readonly ReadPicture[]): Iterable<ZipMember> {
  const placed = pictures.map(({ label, mime, bytes }) => ({
    label,
    bytes,
    id: `picture-${label}`,
    target: `media/${label}.${mime === 'image/png' ? 'png' : 'jpg'}`,
  }));
  const relations = new Map(placed.map(({ label, id }) => [label, id]));
  const handling = dossier.about.handling.trim() || profileWords[dossier.profile];
  const parts = { styles: styles(), numbering: numbering(), settings: settings(), header: header(handling), footer: footer(dossier.title) };
  yield member(
    '[Content_Types].xml',
    partsList([['/word/document.xml', `${kinds}.document.main+xml`], ...beside.map((name) => [`/word/${name}.xml`, `${kinds}.${name}+xml`] as const)]),
  );
  yield member('_rels/.rels', officeRelations('word/document.xml'));
  yield member('docProps/core.xml', coreProperties(dossier));
  yield member(
    'word/document.xml',
    wordDocument(dossier, (label) => relations.get(label) ?? null),
  );
  const relation = (id: string, kind: string, target: string) => xml`<Relationship Id="${id}" Type="${relationSpace}/${kind}" Target="${target}"/>`;
  yield member(
    'word/_rels/document.xml.rels',
    xml`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${beside.map((name) => relation(name, name, `${name}.xml`))}${placed.map(({ id, target }) => relation(id, 'image', target))}</Relationships>`,
  );
  for (const name of beside) yield member(`word/${name}.xml`, parts[name]);
  for (const { target, bytes } of placed) yield { name: `word/${target}`, bytes };
}

function member(name: string, root: Xml): ZipMember {
  return { name, bytes: new TextEncoder().encode(xmlFile(root)) };
}
