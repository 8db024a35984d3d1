import type { DossierProfile, DossierTemplate, HouseStyle, Judgment } from '#shared/domain/case/dossier-plan.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { DerivedBlob, EvidenceItem, FoundField, PictureCopy, Redaction } from '#shared/domain/evidence/evidence-item.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import type { Place } from '#shared/domain/place/place.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/**
 * `S1` statement, `J1` key judgment, `A1` alternative explanation, `Q1` open question, `E1` exhibit, `C1` claim, `L1` link, `N1` note,
 * `R1` source, `P1` person, organisation or thing, `W1` what is withheld.
 */
export type Label = string;

/** Where a claim or link rests in an exhibit. `label` is an `E…`, or a `W…` once the exhibit is withheld: then nothing else is told. */
export type Citation = {
  readonly label: Label;
  readonly place:
    | { readonly sort: 'whole' }
    | { readonly sort: 'region'; readonly region: Region }
    /** `region` in points of the page; moments in milliseconds of the recording. */
    | { readonly sort: 'page'; readonly page: number; readonly region: Region | null }
    | { readonly sort: 'time'; readonly from: number; readonly to: number | null }
    | { readonly sort: 'quote'; readonly exact: string; readonly prefix: string; readonly suffix: string }
    | { readonly sort: 'withheld' };
};

export type DossierStatement = {
  readonly label: Label;
  readonly id: string;
  readonly text: string;
  readonly cites: readonly Label[];
  readonly unresolved: number;
};
/** A part of the report in the analysts' words; numbers of its statements go on from those of the summary. */
export type DossierSection = { readonly id: string; readonly heading: string; readonly statements: readonly DossierStatement[] };
/** `basis` says why the confidence is what it is. A likelihood and a confidence are never told in one sentence (ICD 203). */
export type DossierJudgment = DossierStatement & Pick<Judgment, 'likelihood' | 'confidence' | 'basis'>;
export type DossierQuestion = { readonly label: Label; readonly id: string; readonly text: string };

/** What the Berkeley Protocol, paragraph 155, asks of a collected item; the first three are its minimum for court. */
export const collectionFacts = ['target-url', 'html-source', 'full-capture', 'hash', 'collector', 'collected-at'] as const;
export type CollectionFact = (typeof collectionFacts)[number];

export type DossierExhibit = {
  readonly label: Label;
  readonly id: string;
  readonly name: string;
  readonly kind: EvidenceItem['kind'];
  readonly role: EvidenceItem['role'];
  readonly mime: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly takenInAt: Instant;
  readonly takenInBy: string;
  readonly tool: string;
  readonly source: DossierSource | null;
  readonly derivedFrom: { readonly label: Label; readonly transform: string } | null;
  /** What was taken out of it when it was made from the item it is derived from; null when it is no redacted copy. */
  readonly redaction: Redaction | null;
  readonly atRisk: readonly AtRiskMark[];
  readonly legalBasis: string | null;
  readonly warnings: EvidenceItem['warnings'];
  readonly found: readonly FoundField[];
  readonly has: readonly CollectionFact[];
  readonly lacks: readonly CollectionFact[];
  readonly citedBy: readonly Label[];
  /** Size of the original in pixels and the re-encoded copy that stands for it: never the original bytes. */
  readonly picture: { readonly width: number; readonly height: number; readonly figure: PictureCopy } | null;
  /** A recording that was made anew, which is all of it that leaves; null for originals of sound and video, and for everything else. */
  readonly recording: DerivedBlob | null;
  /** The extracted text, in profiles that hand it over. */
  readonly text: DerivedBlob | null;
  /** Its bytes as they were taken in, in profiles that hand them over. */
  readonly original: DerivedBlob | null;
};
/** `label` is null when the source has no number in this dossier; `origin` is the title of the source it relays. */
export type DossierSource = Pick<Source, 'kind' | 'title' | 'publisher' | 'author' | 'publishedAt' | 'language' | 'url' | 'edition' | 'reliability'> & {
  readonly label: Label | null;
  readonly origin: string | null;
};
/** A source with the exhibits that were taken from it. */
export type NumberedSource = DossierSource & {
  readonly label: Label;
  readonly id: string;
  readonly originLabel: Label | null;
  readonly exhibitLabels: readonly Label[];
};

export type DossierClaim = Pick<Claim, 'text' | 'act' | 'saidAt' | 'eventAt' | 'workState' | 'finding' | 'verdict' | 'credibility' | 'changedAt'> & {
  readonly label: Label;
  readonly id: string;
  readonly asserter: string;
  /** The `P…` of who asserts it, and of those who relayed it in order, from the asserter on. */
  readonly asserterLabel: Label | null;
  readonly via: readonly string[];
  readonly viaLabels: readonly (Label | null)[];
  readonly citations: readonly Citation[];
  /** Links that carry the claim without an anchor: the other end and how it relates. */
  readonly related: readonly { readonly link: Label; readonly type: LinkType; readonly direction: 'from' | 'to'; readonly other: Endpoint }[];
};

/** An end of a link. `label` null means that it is not numbered here; `id` null that it must not be told. */
export type Endpoint = { readonly id: string | null; readonly label: Label | null; readonly name: string };
export type DossierLink = {
  readonly label: Label;
  readonly id: string;
  readonly from: Endpoint;
  readonly type: LinkType;
  readonly to: Endpoint;
  readonly rationale: string | null;
  readonly citation: Citation | null;
  readonly grade: Credibility | null;
  readonly at: Instant;
  readonly by: string;
};
/** Two claims set side by side because a link says that they conflict. */
export type DossierConflict = { readonly link: Label; readonly type: LinkType; readonly left: Label; readonly right: Label; readonly rationale: string | null };

/** Writing with its references resolved to labels, in order. */
export type Run = { readonly text: string } | { readonly cite: Label };
export type DossierNote = {
  readonly label: Label;
  readonly id: string;
  readonly title: string | null;
  readonly runs: readonly Run[];
  readonly about: readonly Endpoint[];
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly by: string;
  readonly versions: number;
};
export type DossierActor = {
  readonly label: Label;
  /** Null for somebody who is shown by role only. */
  readonly id: string | null;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: EntityKind;
  readonly byRole: boolean;
  readonly asserts: readonly Label[];
  readonly relays: readonly Label[];
};
/** Where something numbered is, in decimal degrees (WGS 84): how exactly that is known, and within how many metres. `id` null when it must not be told. */
export type DossierPlace = Pick<Place, 'precision'> & {
  readonly label: Label;
  readonly id: string | null;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly withinMetres: number;
};
/** One entry of the custody log. `salt` only where the whole chain is handed over, so that it can be recomputed. */
export type DossierCustody = Omit<CustodyEntry, 'salt' | 'evidenceId'> & {
  readonly label: Label | null;
  readonly salt: string | null;
  readonly evidenceId: string | null;
};
/** `proven` of the entries told stand in the log; one with words that are held back is told without a proof. */
export type DossierCheckpoint = {
  readonly proven: number;
  readonly size: number;
  readonly root: string;
  readonly words: readonly string[];
  readonly signedBy: readonly string[];
};
/**
 * What is not in this edition: by number, kind and reason, by the exhibits that are its redacted copies, and by an HMAC-SHA-256 of what it is, under a salt that stays in the case, so that
 * it can be shown later that it was this and nothing else (null while a dossier is only looked at). Nothing can be learnt from it.
 */
export type Withheld = {
  readonly label: Label;
  readonly kind: EvidenceItem['kind'];
  readonly reasons: readonly AtRiskMark[];
  /** Whether the case states a legal basis for holding it; the words of that stay in the case. */
  readonly basisStated: boolean;
  readonly commitment: string | null;
  readonly shownAs: readonly Label[];
};

/** Everything a dossier says, numbered and resolved, in the order it is told. No clock time of the export stands in it. */
export type DossierContent = {
  readonly title: string;
  readonly profile: DossierProfile;
  readonly template: DossierTemplate;
  readonly style: HouseStyle;
  readonly about: {
    readonly title: string;
    readonly purpose: string;
    readonly handling: string;
    readonly analysts: readonly string[];
    readonly openedAt: Instant;
  };
  /** The newest moment told of in the dossier: its date, so that the same plan gives the same bytes. */
  readonly asOf: Instant;
  /** The executive summary. */
  readonly statements: readonly DossierStatement[];
  readonly judgments: readonly DossierJudgment[];
  readonly sections: readonly DossierSection[];
  readonly alternatives: readonly DossierStatement[];
  readonly questions: readonly DossierQuestion[];
  readonly exhibits: readonly DossierExhibit[];
  readonly claims: readonly DossierClaim[];
  readonly conflicts: readonly DossierConflict[];
  readonly links: readonly DossierLink[];
  readonly notes: readonly DossierNote[];
  readonly notesLeftOut: number;
  /** Claims that were given up, which some profiles tell only where they are cited. */
  readonly claimsLeftOut: number;
  readonly actors: readonly DossierActor[];
  readonly places: readonly DossierPlace[];
  readonly placesLeftOut: number;
  readonly sources: readonly NumberedSource[];
  readonly custody: readonly DossierCustody[];
  readonly custodyLeftOut: number;
  /** The signed state of the custody log that its entries are proven under; `words` are six words of the root. Null when nothing is proven. */
  readonly checkpoint: DossierCheckpoint | null;
  /** Who else has read the dossier as it is here, and when; null when nobody has, or it has changed since. */
  readonly review: { readonly by: string; readonly at: Instant } | null;
  readonly withheld: readonly Withheld[];
};
