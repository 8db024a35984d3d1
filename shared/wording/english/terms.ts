import type { DossierProfile } from '../../domain/case/dossier-plan.ts';
import type { Finding, MediaVerdict, SpeechAct, WorkState } from '../../domain/claim/claim.ts';
import type { AtRiskMark } from '../../domain/evidence/at-risk.ts';
import type { EvidenceKind, IntakeWarning } from '../../domain/evidence/evidence-item.ts';
import type { LinkType } from '../../domain/link/link.ts';
import type { Credibility, Reliability } from '../../domain/rating/admiralty.ts';
import type { SourceKind } from '../../domain/source/source.ts';
import { spoken } from '../spoken.ts';

/** The fixed terms of the work, by the code the case keeps. The compiler asks for a term when a code is added. */
type Term = { readonly label: string; readonly meaning: string };

/** Source reliability, Admiralty code (NATO AJP-2.1). */
export const reliabilityTerms: { readonly [K in Reliability]: Term } = spoken('reliabilityTerms', {
  A: { label: 'Completely reliable', meaning: 'No doubt of authenticity, trustworthiness or competency; a history of complete reliability.' },
  B: { label: 'Usually reliable', meaning: 'Minor doubt; a history of valid information most of the time.' },
  C: { label: 'Fairly reliable', meaning: 'Doubt, but it has provided valid information in the past.' },
  D: { label: 'Not usually reliable', meaning: 'Significant doubt, but it has provided valid information in the past.' },
  E: { label: 'Unreliable', meaning: 'Lacks authenticity, trustworthiness or competency; a history of invalid information.' },
  F: { label: 'Reliability cannot be judged', meaning: 'Nothing to judge by yet. This means unknown, not worst.' },
});

/** Information credibility, Admiralty code (NATO AJP-2.1). */
export const credibilityTerms: { readonly [K in Credibility]: Term } = spoken('credibilityTerms', {
  '1': { label: 'Confirmed by other sources', meaning: 'Confirmed by independent origins; logical in itself; agrees with other information.' },
  '2': { label: 'Probably true', meaning: 'Not confirmed; logical in itself; agrees with other information.' },
  '3': { label: 'Possibly true', meaning: 'Not confirmed; reasonably logical; agrees with some other information.' },
  '4': { label: 'Doubtful', meaning: 'Not confirmed; possible but not logical; no other information on the subject.' },
  '5': { label: 'Improbable', meaning: 'Not confirmed; not logical; contradicted by other information.' },
  '6': { label: 'Truth cannot be judged', meaning: 'Nothing to judge by yet. This means unknown, not worst.' },
});

export const speechActTerms: { readonly [K in SpeechAct]: string } = spoken('speechActTerms', {
  said: 'said',
  claimed: 'claimed',
  'reported-citing': 'reported, citing',
  confirmed: 'confirmed',
  denied: 'denied',
  'declined-to-comment': 'declined to comment',
  'did-not-respond': 'did not respond',
  showed: 'showed',
  published: 'published',
});

export const workStateTerms: { readonly [K in WorkState]: string } = spoken('workStateTerms', {
  'to-do': 'To do',
  'in-progress': 'In progress',
  'help-needed': 'Help needed',
  'ready-for-review': 'Ready for review',
  completed: 'Completed',
  cancelled: 'Cancelled',
});

export const findingTerms: { readonly [K in Finding]: Term } = spoken('findingTerms', {
  unassessed: { label: 'Unassessed', meaning: 'Nobody has assessed it yet.' },
  uncorroborated: { label: 'Uncorroborated', meaning: 'It rests on one origin.' },
  corroborated: { label: 'Corroborated', meaning: 'Two or more independent origins support it.' },
  disputed: { label: 'Disputed', meaning: 'Somebody with knowledge of it says otherwise.' },
  contradicted: { label: 'Contradicted', meaning: 'Evidence in the case speaks against it.' },
  refuted: { label: 'Refuted', meaning: 'Evidence in the case shows that it is not so.' },
  unverifiable: { label: 'Unverifiable at present', meaning: 'What would settle it cannot be had now.' },
  withdrawn: { label: 'Withdrawn by its source', meaning: 'Whoever said it took it back.' },
  superseded: { label: 'Superseded', meaning: 'A later claim of the same asserter replaces it.' },
});

export const verdictTerms: { readonly [K in MediaVerdict]: Term } = spoken('verdictTerms', {
  original: { label: 'Original', meaning: 'It shows what it is said to show, unaltered.' },
  decontextualised: { label: 'Decontextualised', meaning: 'Genuine, but from another time, place or event.' },
  edited: { label: 'Edited or cropped', meaning: 'Parts are cut or retouched so that it says something else.' },
  transformed: { label: 'Transformed', meaning: 'Made or altered by composition or synthesis.' },
  staged: { label: 'Staged', meaning: 'Enacted for the camera.' },
  satire: { label: 'Satire', meaning: 'Never meant to be believed.' },
});

/** Link types, read from the first object to the second. `back` reads the same link the other way. */
export const linkTerms: { readonly [K in LinkType]: Term & { readonly back: string } } = spoken('linkTerms', {
  supports: { label: 'supports', back: 'is supported by', meaning: 'Makes the other more likely to be true; may share its origin.' },
  contradicts: { label: 'contradicts', back: 'is contradicted by', meaning: 'Both cannot be true as stated.' },
  refutes: { label: 'refutes', back: 'is refuted by', meaning: 'Shows that the other is not so.' },
  corroborates: { label: 'corroborates', back: 'is corroborated by', meaning: 'Supports it from an independent origin.' },
  depicts: { label: 'depicts', back: 'is depicted in', meaning: 'A picture or recording shows the other.' },
  mentions: { label: 'mentions', back: 'is mentioned in', meaning: 'Names the other without saying more of it.' },
  quotes: { label: 'quotes', back: 'is quoted in', meaning: 'Repeats the other word for word.' },
  translates: { label: 'translates', back: 'is translated by', meaning: 'Says the same in another language.' },
  'derived-from': { label: 'is derived from', back: 'is the origin of', meaning: 'Made out of the other: a copy, cut, frame or edit.' },
  'same-origin-as': { label: 'has the same origin as', back: 'has the same origin as', meaning: 'Both go back to one origin, so they are not independent.' },
  supersedes: { label: 'supersedes', back: 'is superseded by', meaning: 'Takes the place of the other, which was stated earlier.' },
  'located-at': { label: 'is located at', back: 'is the location of', meaning: 'Is or took place there.' },
  'part-of': { label: 'is part of', back: 'has as part', meaning: 'Belongs to the other as a part to a whole.' },
  'same-as': { label: 'is the same as', back: 'is the same as', meaning: 'Established: both are one and the same.' },
  'maybe-same-as': { label: 'may be the same as', back: 'may be the same as', meaning: 'An open question: they could be one and the same.' },
  'not-same-as': { label: 'is not the same as', back: 'is not the same as', meaning: 'Established, or to be kept apart until shown otherwise.' },
});

export const sourceKindTerms: { readonly [K in SourceKind]: string } = spoken('sourceKindTerms', {
  article: 'Article',
  post: 'Post',
  image: 'Image',
  video: 'Video',
  document: 'Document',
  broadcast: 'Broadcast',
  testimony: 'Testimony',
  other: 'Other',
});

export const evidenceKindTerms: { readonly [K in EvidenceKind]: string } = spoken('evidenceKindTerms', {
  article: 'Article',
  post: 'Post',
  image: 'Image',
  video: 'Video',
  document: 'Document',
  other: 'Other file',
});

export const atRiskTerms: { readonly [K in AtRiskMark]: Term } = spoken('atRiskTerms', {
  captive: {
    label: 'Captive',
    meaning: 'Shows a prisoner of war or detainee as an individual. Geneva Convention III, article 13, as the ICRC reads it: not to be published identifiably.',
  },
  minor: { label: 'Minor', meaning: 'Identifies a person under eighteen.' },
  witness: { label: 'Witness', meaning: 'Identifies someone who could be harmed for what they saw or said.' },
  victim: { label: 'Victim', meaning: 'Identifies someone who was harmed.' },
  'private-document': { label: 'Private identity document', meaning: 'Shows an identity document or its numbers.' },
  'living-location': { label: 'Location of a living person', meaning: 'Tells where someone who is alive can be found.' },
  graphic: { label: 'Graphic', meaning: 'Shows injury or death. Shielded until asked for.' },
});

export const intakeWarningTerms: { readonly [K in IntakeWarning]: string } = spoken('intakeWarningTerms', {
  'lying-extension': 'The extension of the file name says another format than its content.',
  'encoding-guessed': 'The file does not say how its text is encoded; the encoding was guessed.',
  'encoding-replaced-characters': 'Some characters could not be read and were replaced.',
  'name-cleaned': 'The file name held invisible or reversing characters; they were removed from the name shown.',
  'scripts-removed': 'The page held scripts; they are not part of the page shown here.',
  'remote-references-inert': 'The page refers to addresses outside; none was or will be fetched.',
  'picture-too-large': 'The picture has more pixels than can be shown safely; only its bytes are kept.',
  'picture-unreadable': 'The picture could not be decoded; only its bytes are kept.',
  'first-frame-only': 'An animation: only its first frame is shown.',
  'text-cut': 'The text is longer than can be shown and quoted; its end was cut off here. The original is whole.',
  'quarantine-refused': 'The file could not be examined; it is kept unopened.',
  'companion-missing': 'Some pictures or styles of the saved page were not beside it; the page is shown without them.',
  'pages-cut': 'The document has more pages than can be read here; those after the last one shown are in the original only.',
  'document-unreadable': 'The document could not be read; only its bytes are kept.',
  'document-locked': 'The document asks for a password; only its bytes are kept.',
  'document-too-large': 'The document would unpack to more than can be opened safely; only its bytes are kept.',
  'record-rebuilt': 'What was known of this item was lost; a repair entered it again from its sealed bytes. Its source, marks and links have to be added.',
});

export const profileTerms: { readonly [K in DossierProfile]: Term } = spoken('profileTerms', {
  public: {
    label: 'Public',
    meaning: 'For anyone. What is marked for people at risk leaves only as a redacted copy, or not at all; people with a role name are shown by it.',
  },
  team: { label: 'Team', meaning: 'For colleagues bound by the same handling note. Nothing is withheld; handle it like the case.' },
  court: { label: 'Court', meaning: 'For a court or a lawyer. Nothing is withheld; exhibits carry full custody.' },
  disclosure: {
    label: 'Disclosure',
    meaning: 'For the other side. Everything the case holds, whatever it speaks for: notes, the whole log, refuted and given-up claims.',
  },
});

const ratingWords = spoken('ratingWords', { notRated: 'Not rated' });

/** A grade as it is written out: `B – Usually reliable`. */
export function reliabilityText(grade: Reliability | null): string {
  return grade === null ? ratingWords.notRated : `${grade} – ${reliabilityTerms[grade].label}`;
}

/** A grade as it is written out: `3 – Possibly true`. */
export function credibilityText(grade: Credibility | null): string {
  return grade === null ? ratingWords.notRated : `${grade} – ${credibilityTerms[grade].label}`;
}
