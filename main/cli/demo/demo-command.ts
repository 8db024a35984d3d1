import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CaseHost, createCaseHost } from '#main/caseprocess/case-host.ts';
import { buildDemoCase } from '#main/caseprocess/demo/build-demo-case.ts';
import { demoCase, demoPassphrase } from '#main/caseprocess/demo/demo-content.ts';
import { verifyCustodyFolder } from '#main/dossier/custody/verify-custody-folder.ts';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import type { Command, Printed } from '../command.ts';
import { workAndClose } from '../with-case.ts';
import type { World } from '../world.ts';

const profiles: readonly DossierProfile[] = ['team', 'public'];
const caseName = 'Demonstration.case';
const logName = 'custody-log';
const dossierName = (profile: DossierProfile) => `dossier-${profile}`;

export const demo: Command = {
  words: ['demo'],
  operands: '',
  least: 0,
  most: 0,
  about: 'build the demonstration case, export its dossier for the team and for the public, and verify everything',
  options: { out: { takes: 'DIR', about: 'the folder to write, which must not exist or be empty (else a new one among the temporary files)' } },
  perform: async (given, world) => {
    const folder = await freshFolder(given.option('out'));
    if (!folder.ok) return folder;
    const caseFolder = join(folder.value, caseName);
    const passphrase = new TextEncoder().encode(demoPassphrase);
    const entered = world.enter();
    try {
      world.say('Builds the demonstration case\n');
      const { title, purpose, handling, analyst } = demoCase;
      const made = await createCaseHost(caseFolder, { title, purpose, handling, analyst, passphrase }, entered.around);
      const shown = made.ok ? await workAndClose(made.value.host, world, (host) => showAll(host, world, folder.value, caseFolder)) : made;
      // Half a demonstration teaches nothing and would be in the way of the next try.
      if (!shown.ok) for (const name of [caseName, logName, ...profiles.map(dossierName)]) await rm(join(folder.value, name), { recursive: true, force: true });
      if (!shown.ok && given.option('out') === undefined) await rm(folder.value, { recursive: true, force: true });
      return shown;
    } finally {
      await entered.leave();
    }
  },
};

async function showAll(host: CaseHost, world: World, folder: string, caseFolder: string): Promise<Reply<Printed>> {
  const built = await buildDemoCase(host, (line) => world.say(`${line}\n`));
  if (!built.ok) return built;
  const dossiers = [];
  for (const profile of profiles) {
    world.say(`  exports the dossier: ${profile}\n`);
    const path = join(folder, dossierName(profile));
    const to = { from: 'path', path } as const;
    const exported = await host.command('dossiers/export', { jobId: 'command-line', planId: built.value.planId, profile, to });
    if (!exported.ok) return exported;
    const verified = await verifyDossier(path, { step: () => undefined, cancelled: () => false });
    if (!verified.ok) return verified;
    const { exhibits, claims, withheld } = exported.value;
    dossiers.push({
      profile,
      folder: path,
      exhibits,
      claims,
      withheld,
      sound: verified.value.sound,
      signedBy: verified.value.signedBy,
      findings: verified.value.findings,
    });
  }
  world.say('  exports the custody log\n');
  const logFolder = join(folder, logName);
  const log = await host.command('custody/export', { jobId: 'command-line', to: { from: 'path', path: logFolder } });
  if (!log.ok) return log;
  const logSound = await verifyCustodyFolder(logFolder, { verifierKeys: [] }, { step: () => undefined, cancelled: () => false });
  if (!logSound.ok) return logSound;
  world.say('  verifies the case\n');
  const verified = await host.query('case/verify', { jobId: 'command-line' });
  if (!verified.ok) return verified;
  const { sound, findings } = verified.value;
  const lines = [
    `Case       ${caseFolder}`,
    `           ${soundness(sound)}; its passphrase is: ${demoPassphrase}`,
    ...dossiers.flatMap((dossier) => [
      `Dossier    ${dossier.folder}`,
      `           ${soundness(dossier.sound)}; ${dossier.profile}: ${dossierWords.export.summary(dossier.exhibits, dossier.claims, dossier.withheld)}`,
    ]),
    `Custody    ${logFolder}`,
    `           ${soundness(logSound.value.sound)}; ${log.value.entries} entries; ${log.value.checkpoint.words.join(' ')}`,
    `Signed by  ${dossiers[0]?.signedBy ?? 'nobody'}`,
    '',
    'Open dossier.html or dossier.pdf; README.txt beside them tells how a stranger checks them with ssh-keygen and sha256sum.',
    'The custody log is checked by its own verify.sh, with openssl and sha256sum.',
  ];
  const failed = !sound || !logSound.value.sound || dossiers.some((dossier) => !dossier.sound);
  return done({
    json: { case: { folder: caseFolder, passphrase: demoPassphrase, sound, findings }, dossiers, custody: { folder: logFolder, ...logSound.value } },
    lines,
    failed,
  });
}

function soundness(sound: boolean): string {
  return sound ? 'verified, sound' : 'NOT SOUND';
}

/** The folder asked for, when it is free; else a new one that nobody else can read. */
async function freshFolder(asked: string | undefined): Promise<Reply<string>> {
  if (asked === undefined) return done(await mkdtemp(join(tmpdir(), 'corroborate-demo-')));
  const folder = resolve(asked);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return (await readdir(folder)).length === 0 ? done(folder) : refused({ kind: 'folder-not-empty' });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'EEXIST' || code === 'ENOTDIR') return refused({ kind: 'folder-not-empty' });
    if (code === 'EACCES' || code === 'EPERM') return refused({ kind: 'write-failed', reason: 'no-permission' });
    if (code === 'EROFS') return refused({ kind: 'write-failed', reason: 'read-only' });
    if (code === 'ENOSPC') return refused({ kind: 'write-failed', reason: 'disk-full' });
    throw cause;
  }
}
