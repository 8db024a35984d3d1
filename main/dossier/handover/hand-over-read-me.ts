/** How to open what was handed over, with programs that do not come from us. It says nothing of what is inside. */
export function handOverReadMe(name: string, parts: readonly string[], byPassphrase: boolean): string {
  const whole = parts.length === 1 && parts[0] === name;
  const tar = name.replace(/\.age$/, '');
  const key = byPassphrase ? '' : '-i YOUR-IDENTITY ';
  return `${[
    'Encrypted with age (age-encryption.org)',
    '',
    byPassphrase
      ? 'It opens with the passphrase that the sender gave you by another way.'
      : 'It opens with the identity (the private key) that belongs to the recipient it was sealed to.',
    'In a terminal, in this folder:',
    '',
    '1. Check that everything arrived (macOS: shasum -a 256 -c SHA256SUMS)',
    '',
    '   sha256sum -c SHA256SUMS',
    '',
    ...(whole
      ? []
      : [
          `2. Put the ${parts.length} parts together. If they came on several media, copy them into one folder first.`,
          '',
          `   cat ${name}.[0-9]* > ${name}`,
          '',
        ]),
    `${whole ? 2 : 3}. Open it`,
    '',
    `   age -d ${key}-o ${tar} ${name}`,
    `   tar xf ${tar}`,
    '',
    'A dossier then has a README.txt of its own, which says how to check it. The backup of a case is put back by:',
    '',
    `   corroborate restore ${tar} case-folder`,
    '',
  ].join('\n')}`;
}
