import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { Finding, MediaVerdict, SpeechAct, WorkState } from '#shared/domain/claim/claim.ts';
import type { CustodyAction } from '#shared/domain/custody/custody-entry.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { EvidenceItem, EvidenceKind, IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import { stretchText } from '#shared/domain/moment/timecode.ts';
import type { Credibility, Reliability } from '#shared/domain/rating/admiralty.ts';
import type { SourceKind } from '#shared/domain/source/source.ts';
import type { Citation, CollectionFact } from './dossier-content.ts';

/** The words a dossier is written in. Standard scales keep their standard wording; only their codes are stored. */
type Words<Code extends string> = { readonly [code in Code]: string };

export const profileWords: Words<DossierProfile> = {
  public: 'For the public',
  team: 'For the team',
  court: 'For a court',
  disclosure: 'For disclosure',
};
export const actWords: Words<SpeechAct> = {
  said: 'said',
  claimed: 'claimed',
  'reported-citing': 'reported, citing others',
  confirmed: 'confirmed',
  denied: 'denied',
  'declined-to-comment': 'declined to comment',
  'did-not-respond': 'did not respond',
  showed: 'showed',
  published: 'published',
};
export const findingWords: Words<Finding> = {
  unassessed: 'Not assessed',
  uncorroborated: 'Uncorroborated',
  corroborated: 'Corroborated',
  disputed: 'Disputed',
  contradicted: 'Contradicted',
  refuted: 'Refuted',
  unverifiable: 'Unverifiable at present',
  withdrawn: 'Withdrawn by its source',
  superseded: 'Superseded',
};
export const findingMeanings: Words<Finding> = {
  unassessed: 'nobody has judged it yet',
  uncorroborated: 'it goes back to one origin',
  corroborated: 'two or more origins that do not depend on each other say so',
  disputed: 'others say otherwise and it is not settled',
  contradicted: 'evidence speaks against it',
  refuted: 'evidence shows that it is not so',
  unverifiable: 'it cannot be checked with what can be had now',
  withdrawn: 'whoever asserted it has taken it back',
  superseded: 'a later statement takes its place',
};
export const workWords: Words<WorkState> = {
  'to-do': 'to do',
  'in-progress': 'in progress',
  'help-needed': 'help needed',
  'ready-for-review': 'ready for review',
  completed: 'completed',
  cancelled: 'cancelled',
};
export const verdictWords: Words<MediaVerdict> = {
  original: 'original',
  decontextualised: 'taken out of its context',
  edited: 'edited or cropped',
  transformed: 'transformed',
  staged: 'staged',
  satire: 'satire',
};
export const reliabilityWords: Words<Reliability> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
export const credibilityWords: Words<Credibility> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
};
export const linkWords: Words<LinkType> = {
  supports: 'supports',
  contradicts: 'contradicts',
  refutes: 'refutes',
  corroborates: 'corroborates',
  depicts: 'depicts',
  mentions: 'mentions',
  quotes: 'quotes',
  translates: 'translates',
  'derived-from': 'is derived from',
  'same-origin-as': 'has the same origin as',
  supersedes: 'supersedes',
  'located-at': 'is located at',
  'part-of': 'is part of',
  'same-as': 'is the same as',
  'maybe-same-as': 'may be the same as',
  'not-same-as': 'is not the same as',
};
export const kindWords: Words<EvidenceKind> = { article: 'article', post: 'post', image: 'image', video: 'video', document: 'document', other: 'file' };
export const sourceWords: Words<SourceKind> = {
  article: 'article',
  post: 'post',
  image: 'image',
  video: 'video',
  document: 'document',
  broadcast: 'broadcast',
  testimony: 'testimony',
  other: 'other',
};
export const roleWords: Words<EvidenceItem['role']> = { evidentiary: 'evidentiary copy', working: 'working copy', derivative: 'derivative' };
export const actorWords: Words<EntityKind> = {
  actor: 'not settled',
  person: 'person',
  organisation: 'organisation',
  unit: 'military unit',
  'identity-document': 'identity document',
  account: 'account',
  vehicle: 'vehicle',
  weapon: 'weapon',
  place: 'place',
  event: 'event',
};
export const riskWords: Words<AtRiskMark> = {
  captive: 'shows or names a captive',
  minor: 'shows or names a minor',
  witness: 'shows or names a witness',
  victim: 'shows or names a victim',
  'private-document': 'a private identity document',
  'living-location': 'gives away where a living person is',
  graphic: 'graphic content',
};
export const custodyWords: Words<CustodyAction> = {
  collected: 'collected',
  imported: 'taken in',
  viewed: 'viewed',
  copied: 'copied',
  marked: 'marked',
  redacted: 'redacted',
  transferred: 'transferred',
  exported: 'exported',
  verified: 'verified',
  removed: 'removed',
  restored: 'restored',
  disposed: 'disposed of',
  'key-added': 'way to open the case added',
  'key-removed': 'way to open the case removed',
  'passphrase-changed': 'passphrase changed',
  'travel-locked': 'locked for travel',
  'backed-up': 'backup made',
  compacted: 'case compacted',
  're-keyed': 'case encrypted anew',
  repaired: 'case repaired',
  migrated: 'case format brought up to date',
  'branch-resolved': 'parallel branch resolved',
  'gate-overridden': 'let out in spite of its marks',
  'signed-off': 'dossier signed off',
  lost: 'entry lost',
};
/** What the proofs of custody in a dossier show, and what they do not. `told` is how many entries its table has. */
export function custodyProofWords({ proven, size }: { readonly proven: number; readonly size: number }, told: number): string {
  const which = proven === told ? 'these entries stand' : `${proven} of these ${told} entries stand`;
  const others = proven === told ? '' : ' The rest could not be shown in the words that were signed.';
  return `The folder custody proves that ${which}, unchanged and at these places, in a log that had ${size.toLocaleString('en')} entries when it was signed; nothing of its other entries is told.${others} Compare the six words with the sender by telephone or on paper. Times are those of the sender’s computer, and that an entry is in the log does not make true what it says.`;
}
export const factWords: Words<CollectionFact> = {
  'target-url': 'target address',
  'html-source': 'HTML source',
  'full-capture': 'full-page capture',
  hash: 'hash at collection',
  collector: 'collector',
  'collected-at': 'date and time of collection',
};
export const warningWords: Words<IntakeWarning> = {
  'lying-extension': 'its name claims another kind of file than its content shows',
  'encoding-guessed': 'its text encoding was guessed',
  'encoding-replaced-characters': 'some of its characters could not be read',
  'name-cleaned': 'characters that could mislead were taken out of its name',
  'scripts-removed': 'scripts were taken out for viewing; the original bytes keep them',
  'remote-references-inert': 'references to other sites were cut off for viewing',
  'picture-too-large': 'the picture is too large to show',
  'picture-unreadable': 'the picture could not be read',
  'first-frame-only': 'only the first frame is shown',
  'text-cut': 'its text is longer than can be kept for quoting',
  'quarantine-refused': 'it could not be examined',
  'companion-missing': 'files that belong to the saved page are missing',
  'pages-cut': 'it has more pages than could be read',
  'document-unreadable': 'the document could not be read',
  'document-locked': 'it asks for a password',
  'document-too-large': 'it would unpack to more than can be opened safely',
  'record-rebuilt': 'its record was lost; entered again from its bytes',
};

/** A place that is neither words nor part of a picture, told in one line. */
export function partWords(place: Extract<Citation['place'], { readonly sort: 'page' | 'time' }>): string {
  if (place.sort === 'time') return `at ${stretchText(place)}`;
  const { page, region } = place;
  return region === null ? `page ${page}` : `page ${page}, region ${region.w} × ${region.h} points at ${region.x}, ${region.y}`;
}

const everyProfile = [
  'Each claim belongs to whoever asserted it. The dossier records who said what, through whom it came, and where in the evidence that stands; it does not speak for them.',
  'Exhibits are bytes that were taken into an encrypted case and never changed. Each is named here by the SHA-256 digest of its original bytes, taken at intake.',
  'Pictures printed here are re-encoded copies without metadata. They stand for the exhibit; they are not its original bytes, and their digests differ.',
  'A source and an item of information are rated apart, by the Admiralty code. F and 6 mean that nobody can judge yet; they are not bad marks.',
  'Corroborated means that at least two origins agree which do not depend on each other. Outlets that relay one agency, or services that work together, count as one.',
  'Figures are set against each other only when they count the same thing, of the same people, over the same period.',
  'A statement that something has not happened, or that someone has not answered, holds as of the moment given with it.',
  'Dates follow ISO 8601-2 (EDTF): a question mark is uncertain, a tilde approximate. Times of the case are those of the clock of the computer that recorded them, in UTC.',
];
const limits = [
  'What is not in the evidence is not in the dossier: an absence here is no proof that something did not happen.',
  'The digest proves that bytes have not changed since intake. It does not prove who made them, or when, or that what they say is true.',
  'The signature proves that the files belong together and come from the holder of the signing key. Compare the key with the sender by another way before relying on it.',
];
const profileNotes: Words<DossierProfile> = {
  public:
    'This edition leaves out exhibits that could expose people at risk, such as captives, minors or witnesses, and names people at risk by their role. Each withheld exhibit keeps a number and a reason, so that it can be asked for under safeguards.',
  team: 'This edition holds everything, people at risk included, with the marks they bear. It is for those who work on the case and must not be passed on.',
  court:
    'This edition holds everything, with notes and the whole custody log. Each custody entry bears the SHA-256 digest of the one before it, over canonical JSON (RFC 8785), and its salt, so that the chain can be computed again from dossier.json. Entries that only record the export of a dossier stay in the case.',
  disclosure:
    'This edition holds everything the case holds, whatever it speaks for: claims that were refuted, withdrawn or given up, what speaks against the findings, every note in its last version, and the whole custody log. Each custody entry bears the SHA-256 digest of the one before it, over canonical JSON (RFC 8785), and its salt, so that the chain can be computed again from dossier.json. Entries that only record the export of a dossier stay in the case.',
};

/** How the work was done and what it cannot show, as paragraphs. */
export function methodWords(profile: DossierProfile): { readonly method: readonly string[]; readonly limits: readonly string[] } {
  return { method: [...everyProfile, profileNotes[profile]], limits };
}
