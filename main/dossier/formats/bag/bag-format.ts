import { sha256Hex } from '#main/crypto/digests.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { wholeFile } from '../../package-file.ts';
import { allowedSigners, publicKeyLine, signSshsig } from '../../sshsig.ts';
import { originalNames } from '../exhibit-originals.ts';
import type { DossierFormat } from '../format.ts';
import { visibleText } from '../visible-text.ts';
import { roCrate } from './ro-crate.ts';

/** Files of the bag that describe it, in the order of their names. */
const tagNames = ['allowed_signers', 'bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'signing-key.pub'] as const;

export const bagFormat: DossierFormat = {
  id: 'bag',
  title: 'RO-Crate in a BagIt bag',
  about: 'for archives: a folder that holds everything else once more, described and signed by itself',
  usual: false,
  varies: null,
  names: (dossier, _copies, before) => [
    ...[...before, ...originalNames(dossier), 'ro-crate-metadata.json'].map((path) => `bag/data/${path}`),
    ...[...tagNames, 'tagmanifest-sha256.txt', 'tagmanifest-sha256.txt.sig'].map((name) => `bag/${name}`),
  ],
  files: async function* (dossier, copies, { written, originals, signer, cancelled, step }) {
    const held = written.list();
    const taken = originals.map(({ file, size, sha256 }) => ({ path: file, bytes: size, sha256 }));
    const crate = new TextEncoder().encode(roCrate(dossier, [...copies, ...originals], [...held, ...taken]));
    for (const [index, { path }] of held.entries()) {
      if (cancelled()) return;
      step(index, held.length + taken.length);
      yield done({ path: `bag/data/${path}`, pieces: written.open(path) });
    }
    for (const [index, { file, pieces, wrong }] of originals.entries()) {
      if (cancelled()) return;
      step(held.length + index, held.length + taken.length);
      yield done({ path: `bag/data/${file}`, pieces: pieces() });
      const problem = wrong();
      if (problem) {
        yield refused(problem);
        return;
      }
    }
    yield done(wholeFile('bag/data/ro-crate-metadata.json', crate));
    const payload = [...held, ...taken, { path: 'ro-crate-metadata.json', bytes: crate.length, sha256: sha256Hex(crate) }];
    const octets = payload.reduce((sum, { bytes }) => sum + bytes, 0);
    const line = (text: string) => visibleText(text).replace(/\s+/g, ' ').trim();
    const about = [
      ['Bagging-Date', dossier.asOf.slice(0, 10)],
      ['Contact-Name', line(dossier.about.analysts.join(', '))],
      ['External-Description', line(dossier.title)],
      ['Bag-Software-Agent', 'Corroborate'],
      ['Payload-Oxum', `${octets}.${payload.length}`],
    ];
    const key = signer.publicKey();
    const tags = [
      ['allowed_signers', allowedSigners(key)],
      ['bag-info.txt', about.map(([name, value]) => `${name}: ${value}\n`).join('')],
      ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
      ['manifest-sha256.txt', manifest(payload.map(({ path, sha256 }) => [`data/${path}`, sha256]))],
      ['signing-key.pub', publicKeyLine(key)],
    ] as const;
    for (const [name, text] of tags) yield done(wholeFile(`bag/${name}`, text));
    const tagManifest = manifest(tags.map(([name, text]) => [name, sha256Hex(new TextEncoder().encode(text))]));
    yield done(wholeFile('bag/tagmanifest-sha256.txt', tagManifest));
    yield done(wholeFile('bag/tagmanifest-sha256.txt.sig', signSshsig(new TextEncoder().encode(tagManifest), signer)));
  },
};

/** Digest, two spaces, path (RFC 8493, 2.1.3), as sha256sum reads it. Names of ours hold nothing that would have to be escaped. */
function manifest(files: readonly (readonly [string, string])[]): string {
  return files
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sha256]) => `${sha256}  ${path}\n`)
    .join('');
}
