import { join } from 'node:path';
import { type CaseHost, createCaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import type { Surroundings } from '#main/caseprocess/surroundings.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import type { CommandName, Commands } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import { done } from '#shared/kernel/reply.ts';
import { countingFacts, good, samplePassphrase } from './stored-case.ts';

/** A 1 × 1 PNG, as the quarantine would re-encode a picture to. */
export const onePixelPng: Uint8Array<ArrayBuffer> = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
);

/** What the quarantine answers, without a browser: text as UTF-8, and for every picture one of 400 × 300. */
export const answeringQuarantine: QuarantinePort = {
  examine: async (job) => {
    const nothing: ExamineDraft = { text: null, pageHtml: null, picture: null, found: [], warnings: [] };
    if (job.format === 'image') {
      const copy = { mime: 'image/png', bytes: onePixelPng, width: 400, height: 300 } as const;
      return done({ ...nothing, picture: { width: 400, height: 300, display: copy, figure: copy } });
    }
    const text = new TextDecoder().decode(job.bytes).replaceAll('\r\n', '\n');
    const pageHtml = job.format === 'html' ? `<!doctype html><p>${text.length}</p>` : null;
    return done({ ...nothing, text: { text, language: 'en', encoding: 'utf-8' }, pageHtml });
  },
};

export function testSurroundings(over: Partial<Surroundings> = {}): Surroundings {
  return { facts: countingFacts(), quarantine: answeringQuarantine, reportBug: () => undefined, kdf: leastKdfCost, ...over };
}

export async function newHostedCase(folder: string, around: Surroundings = testSurroundings()): Promise<CaseHost> {
  const wishes = { title: 'Two soldiers', purpose: 'exercise', handling: 'TLP:AMBER', analyst: 'A. Analyst', passphrase: samplePassphrase };
  const made = await createCaseHost(join(folder, 'Exercise.case'), wishes, around);
  return good(made).host;
}

export async function reopenHostedCase(folder: string, around: Surroundings = testSurroundings()): Promise<CaseHost> {
  return good(await openCaseHost(join(folder, 'Exercise.case'), { passphrase: samplePassphrase }, around));
}

/** Sends a command and expects it to be done. */
export async function tell<N extends CommandName>(host: CaseHost, name: N, input: Sent<Commands[N]>): Promise<Answer<Commands[N]>> {
  return good(await host.command(name, input));
}

/** Takes in one text as evidence. */
export async function takeInText(host: CaseHost, name: string, text: string, wishes: Partial<Sent<Commands['evidence/take-in']>> = {}) {
  const [taken] = await tell(host, 'evidence/take-in', { jobId: 'job', files: [{ from: 'text', name, text }], ...wishes });
  if (taken?.outcome !== 'taken-in') throw new Error('the text was not taken in');
  return taken.evidence;
}
