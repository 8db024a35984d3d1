/** What lies in an exported custody log, how a stranger checks it, and what it does and does not prove. The same for the same shape of export. */
export function custodyReadMe({ whole, size, entries }: { readonly whole: boolean; readonly size: number; readonly entries: number }): string {
  return `${[
    'Custody log of a case',
    '=====================',
    '',
    whole
      ? `The whole log: ${entries} entries.`
      : `${entries} of the ${size} entries of the log, each with a proof that it stands in the log. The others are not told.`,
    '',
    '  entries.jsonl   one entry a line, as canonical JSON (RFC 8785); "prev" is the SHA-256 of the line before it',
    '  checkpoint      how many entries the log had and the root of its Merkle tree (RFC 6962), signed (c2sp.org/signed-note)',
    '  pub.pem         the public key of the first signature (Ed25519)',
    '  keys/           the public keys of co-signers, named by their key ids',
    '  proofs/         proofs of inclusion, one an entry (c2sp.org/tlog-proof)',
    ...(whole ? ['  verify.sh       twenty lines of shell that check all of it but the proofs'] : []),
    '',
    'How to check it',
    '',
    ...(whole
      ? [
          '  sh verify.sh',
          '',
          'needs openssl 3.0 or newer and sha256sum (on macOS: coreutils), and a few milliseconds an entry. It checks the first signature,',
          'that each entry follows the one before it, and that the signed root is the root of exactly these entries.',
        ]
      : ['  corroborate custody verify FOLDER', '', 'or any program that reads c2sp.org/tlog-proof with an RFC 6962 tree.']),
    '',
    'The signature alone, by hand:',
    '',
    "  sed -n 1,3p checkpoint > /tmp/note; sed -n '5s/.* //p' checkpoint | openssl base64 -d -A | tail -c 64 > /tmp/sig",
    '  openssl pkeyutl -verify -pubin -inkey pub.pem -rawin -in /tmp/note -sigfile /tmp/sig',
    '',
    'What it proves, and what not',
    '',
    'Nothing in these entries was changed, removed, added or put in another order after the checkpoint was signed. Whoever holds the',
    'key can write another history and sign that: only a checkpoint that somebody else already holds, or has co-signed with a key',
    'that does not lie in this case, shows it. So compare the key with its owner, by telephone or on paper, and keep the checkpoint.',
    'A second signature made with a key of the same case proves no more than the first. Times are those of the clock of the',
    'computer. That an entry is in the log does not make true what it says.',
    '',
  ].join('\n')}`;
}
