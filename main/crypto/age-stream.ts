import { Encrypter } from 'age-encryption';
import { opensKnownAnswer } from './age.ts';

/** Who may open an age file: holders of identities, or whoever knows the passphrase. age takes one or the other, never both. */
export type AgeLock = { readonly recipients: readonly string[] } | { readonly passphrase: string };

/**
 * Seals a stream of any length to an age file (age-encryption.org/v1, binary) piece by piece, as the stock `age` program opens it. `null`
 * when a recipient is none that this program knows. Throws when the package fails its known answer. `workFactor` is the logarithm of the
 * cost of a passphrase; 18, the format's usual one, takes about a second.
 */
export async function sealAgeStream(lock: AgeLock, content: AsyncIterable<Uint8Array>, workFactor = 18): Promise<AsyncIterable<Uint8Array> | null> {
  if (!(await opensKnownAnswer())) throw new Error('age gives a wrong known answer');
  const encrypter = new Encrypter();
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(workFactor);
  } else {
    try {
      for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
    } catch {
      // The package refuses a malformed recipient by throwing; what was typed is not repeated.
      return null;
    }
  }
  return piecesOf(await encrypter.encrypt(streamOf(content)));
}

/** Pulled, never pushed: no more than a piece or two is held, however fast the source is. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return?.()),
  });
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
