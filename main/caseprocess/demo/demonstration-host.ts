import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { type CaseHost, createCaseHost, openCaseHost } from '../case-host.ts';
import type { Surroundings } from '../surroundings.ts';
import { buildDemoCase } from './build-demo-case.ts';
import { demoCase, demoPassphrase } from './demo-content.ts';

/**
 * The demonstration case in `folder`, which must not exist or be empty: built as somebody would by hand, then opened anew, so that what
 * it begins with is nothing to undo. Its passphrase is printed, so its key costs as little as is allowed. Refuses as making a case and taking in do.
 */
export async function demonstrationHost(folder: string, { anchors: _none, ...around }: Surroundings): Promise<Reply<CaseHost>> {
  const passphrase = () => new TextEncoder().encode(demoPassphrase);
  const { title, purpose, handling, analyst } = demoCase;
  const made = await createCaseHost(folder, { title, purpose, handling, analyst, passphrase: passphrase() }, { ...around, kdf: leastKdfCost });
  if (!made.ok) return made;
  const built = await buildDemoCase(made.value.host, () => undefined);
  const closed = await made.value.host.close();
  if (!built.ok) return built;
  return closed.ok ? openCaseHost(folder, { passphrase: passphrase() }, around) : closed;
}
