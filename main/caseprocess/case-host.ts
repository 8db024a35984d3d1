import type { CaseSecret } from '#main/casestore/case-secret.ts';
import { createCase, openCase, recoverCase } from '#main/casestore/case-store.ts';
import { custodyDigest } from '#main/casestore/custody-chain.ts';
import type { CaseChange, OpenCase } from '#main/casestore/open-case.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { fileExport } from '#main/dossier/write-file.ts';
import { openGazetteer } from '#main/gazetteer/gazetteer.ts';
import { identifyContent } from '#main/intake/identify-content.ts';
import { openGivenFile } from '#main/intake/opened-files.ts';
import type { Desk } from '#main/usecases/ports/desk.ts';
import type { CommandName, Commands, Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import type { OtherPassphrases } from '#shared/contract/unlock.ts';
import { CaseMetaSchema } from '#shared/domain/case/case-record.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { askAhead } from './ask-ahead.ts';
import { bugOf, complaintOf, type Dispatch, startDispatcher } from './dispatcher.ts';
import { graphIndex } from './graph-index.ts';
import { inSlices } from './index-work.ts';
import { trackJobs } from './jobs.ts';
import { keptWork } from './kept-work.ts';
import { linkIndex } from './link-index.ts';
import { lookupIndex } from './lookup-index.ts';
import { dossiersOutside, exportOutside } from './outside-case.ts';
import { readForViewer } from './read-for-viewer.ts';
import { searchIndex } from './search-index.ts';
import type { Surroundings } from './surroundings.ts';

/** One open case with everything that works on it: the same in the case process, on the command line and in tests. */
export type CaseHost = {
  readonly dispatch: Dispatch;
  /** {@link CaseHost.dispatch} with the types of the contract, for callers that are compiled with it. */
  readonly command: <N extends CommandName>(name: N, input: Sent<Commands[N]>) => Promise<Reply<Answer<Commands[N]>>>;
  readonly query: <N extends QueryName>(name: N, input: Sent<Queries[N]>) => Promise<Reply<Answer<Queries[N]>>>;
  readonly readForViewer: ReturnType<typeof readForViewer>;
  /** Called with what changed and how jobs go; answers how to stop. */
  readonly onEvent: (listener: (event: CaseEvent) => void) => () => void;
  /** What opening the case noticed. */
  readonly openingFindings: OpenCase['openingFindings'];
  readonly keys: OpenCase['keys'];
  /** Checkpoint, close record, lock given back; when the disk does not take that, only the lock: every answered edit is on the medium. */
  readonly close: () => Promise<Reply<null>>;
};

export type NewCaseWishes = {
  readonly title: string;
  readonly purpose: string;
  readonly handling: string;
  readonly analyst: string;
  readonly passphrase: Uint8Array;
};

/** Makes a case in a folder that does not exist or is empty, and opens it. The recovery words are shown once and kept nowhere. */
export async function createCaseHost(
  folder: string,
  wishes: NewCaseWishes,
  around: Surroundings,
): Promise<Reply<{ readonly host: CaseHost; readonly recoveryWords: readonly string[] }>> {
  const { title, purpose, handling, analyst, passphrase } = wishes;
  const meta = CaseMetaSchema.safeParse({ title, purpose, handling, analysts: [analyst], openedAt: around.facts.now() });
  if (!meta.success) return refused(complaintOf(meta.error));
  const made = await createCase(folder, {
    meta: meta.data,
    passphrase,
    facts: around.facts,
    ...(around.kdf ? { kdf: around.kdf } : {}),
    ...(around.anchors ? { anchors: around.anchors } : {}),
  });
  return made.ok ? done({ host: hostCase(made.value.case, around), recoveryWords: made.value.recoveryWords }) : made;
}

/** Opens the case in `folder`; `read` takes no lock and writes nothing. `branch` names one that is not the trunk, which is always read. Refusals as in {@link openCase}. */
export async function openCaseHost(
  folder: string,
  secret: CaseSecret,
  around: Surroundings,
  mode: 'write' | 'read' = 'write',
  branch?: string,
): Promise<Reply<CaseHost>> {
  const opened = await openCase(folder, secret, around.facts, mode, around.anchors, branch);
  return opened.ok ? done(hostCase(opened.value, around)) : opened;
}

/** Opens the case by words or shares and gives it a new passphrase; `others` as in {@link recoverCase}. */
export async function recoverCaseHost(
  folder: string,
  secret: CaseSecret,
  newPassphrase: Uint8Array,
  around: Surroundings,
  others?: OtherPassphrases,
): Promise<Reply<CaseHost>> {
  const opened = await recoverCase(folder, secret, newPassphrase, around.facts, { others, anchors: around.anchors });
  return opened.ok ? done(hostCase(opened.value, around)) : opened;
}

/** One for all cases of the process: it is the same for each, and says nothing of any. */
const gazetteer = openGazetteer();

/** Quiet for the first list before anything is prepared that nobody has asked for. */
const quietAfterOpeningMs = 2_000;

const newReference = () => randomBytes(6).toString('hex');

/** Puts the desk together around an open case. */
export function hostCase(openCase: OpenCase, around: Surroundings): CaseHost {
  const listeners = new Set<(event: CaseEvent) => void>();
  const emit = (event: CaseEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const jobs = trackJobs(emit, () => performance.now());
  const search = searchIndex(openCase, jobs, (cause) => around.reportBug(bugOf(cause, newReference())));
  const links = linkIndex(openCase);
  const lookups = lookupIndex(openCase);
  const graph = graphIndex(openCase);
  const work = keptWork();
  openCase.onChange((change) => {
    const event = eventOf(change);
    search.noteChange(event);
    links.noteChange(event);
    lookups.noteChange(event);
    graph.noteChange(event);
    work.noteChange(event);
    emit(event);
  });
  const dossiers = dossiersOutside(openCase.folder, dossierPort(openCase));
  const desk: Desk = {
    facts: around.facts,
    openCase,
    search,
    links: links.links,
    graph: graph.graph,
    gazetteer,
    lookup: lookups.lookup,
    kept: work.kept,
    keptOf: work.keptOf,
    keptUp: work.keptUp,
    jobs,
    digestOfCustody: custodyDigest,
    quarantine: around.quarantine,
    identify: identifyContent,
    files: { open: openGivenFile, export: exportOutside(openCase.folder, fileExport) },
    copies: {
      ...openCase.copies,
      compact: async (digest, report) => {
        const compacted = await openCase.copies.compact(digest, report);
        if (compacted.ok) await search.afterCompaction();
        return compacted;
      },
    },
    freeable: openCase.copies.freeable,
    dossiers,
    formats: dossiers.formats,
    namesOfFiles: dossiers.namesOfFiles,
    digestOfText: (text) => sha256Hex(new TextEncoder().encode(text)),
    emit,
  };
  const answer = startDispatcher(desk, newReference, around.reportBug);
  const ahead = askAhead();
  const dispatch: Dispatch = (kind, name, input) => {
    ahead.noteAsked();
    return answer(kind, name, input);
  };
  let closing = false;
  if (around.tendsIndex === true) {
    search.tend();
    // Views are asked for sooner or later; what they show first is gathered when the first list is there, a piece at a time, so that questions come through.
    const prepare = async () => {
      await inSlices(graph.prepare(), () => closing);
      await ahead.ask(
        (name, input) => answer('query', name, input),
        () => closing,
      );
    };
    setTimeout(() => void prepare().catch((cause: unknown) => around.reportBug(bugOf(cause, newReference()))), quietAfterOpeningMs).unref();
  }
  return {
    dispatch,
    command: async (name, input) => (await dispatch('command', name, input)) as Reply<Answer<Commands[typeof name]>>,
    query: async (name, input) => (await dispatch('query', name, input)) as Reply<Answer<Queries[typeof name]>>,
    readForViewer: readForViewer(openCase),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openingFindings: openCase.openingFindings,
    keys: openCase.keys,
    close: async () => {
      closing = true;
      await search.beforeClose();
      const closed = await openCase.close(search.atClose);
      if (!closed.ok) await openCase.abandon();
      return closed;
    },
  };
}

function eventOf({ label, touched, custody }: CaseChange): CaseEvent {
  const collections = new Set(touched.map(({ collection }) => collection as CaseChangeCollection));
  if (custody.length > 0 || label === 'sign-custody') collections.add('custody');
  const ids = new Set([...touched.map(({ id }) => id), ...custody.flatMap(({ evidenceId }) => evidenceId ?? [])]);
  return { type: 'changed', collections: [...collections], ids: [...ids] };
}

type CaseChangeCollection = Extract<CaseEvent, { readonly type: 'changed' }>['collections'][number];
