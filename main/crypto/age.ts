import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';

/** A file of the day the format was taken into use, and the identity that opens it. Neither protects anything. */
const knownIdentity = 'AGE-SECRET-KEY-1QZL3D0QYH2FU6YPD05QQ0Z7S0L7EWLU2DYJSM3LFL7HC7S4VYRCSUYF0J6';
const knownFile =
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBNRG9GSlFqNkVnR0JHWUEvbTdTRkNjQ0tobG9DWkxXcTI3b1NwbVhPV3pvClF2TXpDcWVUUm5EcUNxWVl3b0ZCWjVYaW1FRHN5RWZ2K2ZnaCt0OG5BbDQKLS0tIGZOM2NpaEdiNElDcjd3UjVYb1BSQzVqSXFDNElaVlZ1Nm05bWxacW44dVkK1niyUxCPHl4Gw7GaEOy3L0pIyPTKU8YZULOLUYPSgIHnoublEYT0aK6JxBQ=';
const knownText = 'known answer';
let sound: Promise<boolean> | null = null;

/**
 * Seals text to age recipients (age-encryption.org/v1), binary form, as the stock `age` program opens it. `null` when one of them is no
 * recipient this program knows: native ones (`age1…`), post-quantum hybrids (`age1pq1…`) and those of hardware tags (`age1tag1…`).
 * The file shows how many recipients there are, not who. Throws when the package fails its known answer.
 */
export async function sealToRecipients(recipients: readonly string[], text: string): Promise<Uint8Array | null> {
  if (!(await opensKnownAnswer())) throw new Error('age gives a wrong known answer');
  const encrypter = new Encrypter();
  try {
    for (const recipient of recipients) encrypter.addRecipient(recipient);
  } catch {
    // The package refuses a malformed recipient by throwing; what was typed is not repeated.
    return null;
  }
  return encrypter.encrypt(text);
}

/** An escrow that nobody could open would be noticed when it is needed: so the package must open a file that is known, and what it seals itself. */
export function opensKnownAnswer(): Promise<boolean> {
  sound ??= answersKnown();
  return sound;
}

async function answersKnown(): Promise<boolean> {
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(knownIdentity));
    const decrypter = new Decrypter();
    decrypter.addIdentity(knownIdentity);
    const made = await encrypter.encrypt(knownText);
    const texts = await Promise.all([Buffer.from(knownFile, 'base64'), made].map((file) => decrypter.decrypt(file, 'text')));
    return texts.every((text) => text === knownText);
  } catch {
    // The package answers a file that it cannot open by throwing.
    return false;
  }
}
