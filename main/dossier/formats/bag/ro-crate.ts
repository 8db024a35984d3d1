import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';
import type { WrittenFile } from '../../written-files.ts';
import type { ExhibitCopy } from '../exhibit-copies.ts';
import { originalsFolder } from '../exhibit-originals.ts';
import { mediaType } from '../media-types.ts';
import { linkTarget, visibleText } from '../visible-text.ts';

/** What is in the bag and how its exhibits came to be, as RO-Crate 1.2 (w3id.org/ro/crate/1.2). */
/** A file that is an exhibit, or stands for one. */
type FileOfExhibit = Pick<ExhibitCopy, 'label' | 'file'> & { readonly mime: string };

export function roCrate(dossier: RedactedDossier, copies: readonly FileOfExhibit[], files: readonly WrittenFile[]): string {
  const people = [...new Set([...dossier.about.analysts, ...dossier.exhibits.map(({ takenInBy }) => takenInBy)])];
  const personId = (name: string) => `#person-${people.indexOf(name) + 1}`;
  const actions = dossier.exhibits.flatMap((exhibit) => {
    const results = copies.flatMap(({ label, file }) => (label === exhibit.label ? [{ '@id': file }] : []));
    const url = exhibit.source?.url ? linkTarget(exhibit.source.url) : null;
    const about = { '@id': `#taken-in-${exhibit.label}`, '@type': 'CreateAction', name: `${exhibit.label} taken into the case` };
    const by = { agent: { '@id': personId(exhibit.takenInBy) }, endTime: exhibit.takenInAt };
    return results.length === 0 ? [] : [{ ...about, ...by, ...(url ? { object: { '@id': url } } : {}), result: results }];
  });
  const pages = new Map(
    dossier.sources.flatMap(({ url, title }) => {
      const target = url ? linkTarget(url) : null;
      return target ? [[target, { '@id': target, '@type': 'WebPage', name: visibleText(title) }] as const] : [];
    }),
  );
  const root = {
    '@id': './',
    '@type': 'Dataset',
    name: visibleText(dossier.title),
    description: visibleText(dossier.about.purpose || 'A case dossier: claims, exhibits and their custody.'),
    datePublished: dossier.asOf.slice(0, 10),
    license: { '@id': '#handling' },
    publisher: { '@id': '#publisher' },
    author: dossier.about.analysts.map((name) => ({ '@id': personId(name) })),
    hasPart: files.map(({ path }) => ({ '@id': path })),
    mentions: actions.map((action) => ({ '@id': action['@id'] })),
  };
  const handling = visibleText(dossier.about.handling) || 'No handling note was given. Ask the authors before passing this on.';
  const graph = [
    { '@id': 'ro-crate-metadata.json', '@type': 'CreativeWork', conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' }, about: { '@id': './' } },
    root,
    { '@id': '#handling', '@type': 'CreativeWork', name: 'How this may be used and passed on', description: handling },
    { '@id': '#publisher', '@type': 'Organization', name: visibleText(dossier.style.publisher ?? (dossier.about.analysts.join(', ') || 'The analysts')) },
    ...people.map((name) => ({ '@id': personId(name), '@type': 'Person', name: visibleText(name) })),
    ...files.map((file) => fileEntity(dossier, copies, file)),
    ...actions,
    ...pages.values(),
  ];
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 2)}\n`;
}

function fileEntity(dossier: RedactedDossier, copies: readonly FileOfExhibit[], { path, bytes, sha256 }: WrittenFile) {
  const copy = copies.find(({ file }) => file === path);
  const isOriginal = path.startsWith(originalsFolder);
  const exhibit = copy && dossier.exhibits.find(({ label }) => label === copy.label);
  const about = exhibit
    ? {
        name: `${exhibit.label} ${visibleText(exhibit.name)}`,
        description: isOriginal
          ? `Exhibit ${exhibit.label} as it was taken in, unaltered. It may hold what its makers planted: open it on a machine of its own`
          : `Copy that stands for exhibit ${exhibit.label}; its original has SHA-256 ${exhibit.sha256}`,
      }
    : { name: path, description: 'Part of the dossier' };
  return { '@id': path, '@type': 'File', ...about, encodingFormat: isOriginal && copy ? copy.mime : mediaType(path), contentSize: String(bytes), sha256 };
}
