import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { EntityKind } from '#shared/domain/entity/entity.ts';
import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { DerivedBlob, EvidenceItem, FoundField, PictureCopy } from '#shared/domain/evidence/evidence-item.ts';
import type { LinkType } from '#shared/domain/link/link.ts';
import type { Credibility } from '#shared/domain/rating/admiralty.ts';
import type { Source } from '#shared/domain/source/source.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** `E1`, `C1`, `S1`, `N1`, `L1`, `W1`: exhibit, claim, statement, note, link, withheld exhibit. */
export type Label = string;

/** Where a claim or link rests in an exhibit. `label` is an `E…`, or a `W…` once the exhibit is withheld: then nothing else is told. */
export type Citation = {
  readonly label: Label;
  readonly place:
    | { readonly sort: 'whole' }
    | { readonly sort: 'region'; readonly region: Region }
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
  readonly atRisk: readonly AtRiskMark[];
  readonly legalBasis: string | null;
  readonly warnings: EvidenceItem['warnings'];
  readonly found: readonly FoundField[];
  readonly has: readonly CollectionFact[];
  readonly lacks: readonly CollectionFact[];
  readonly citedBy: readonly Label[];
  /** Size of the original in pixels and the re-encoded copy that stands for it: never the original bytes. */
  readonly picture: { readonly width: number; readonly height: number; readonly figure: PictureCopy } | null;
  /** The extracted text, in profiles that hand it over. */
  readonly text: DerivedBlob | null;
};
export type DossierSource = Pick<Source, 'kind' | 'title' | 'publisher' | 'author' | 'publishedAt' | 'language' | 'url' | 'edition' | 'reliability'> & {
  readonly origin: string | null;
};

export type DossierClaim = Pick<Claim, 'text' | 'act' | 'saidAt' | 'eventAt' | 'workState' | 'finding' | 'verdict' | 'credibility' | 'changedAt'> & {
  readonly label: Label;
  readonly id: string;
  readonly asserter: string;
  readonly via: readonly string[];
  readonly citations: readonly Citation[];
  /** Links that carry the claim without an anchor: the other end and how it relates. */
  readonly related: readonly { readonly link: Label; readonly type: LinkType; readonly direction: 'from' | 'to'; readonly other: Endpoint }[];
};

/** An end of a link: something numbered in this dossier, or an actor or source by name. `label` null means it is not numbered here. */
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
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly kind: EntityKind;
  readonly byRole: boolean;
  readonly asserts: readonly Label[];
  readonly relays: readonly Label[];
};
/** One entry of the custody log. `salt` only where the whole chain is handed over, so that it can be recomputed. */
export type DossierCustody = Omit<CustodyEntry, 'salt' | 'evidenceId'> & {
  readonly label: Label | null;
  readonly salt: string | null;
  readonly evidenceId: string | null;
};
export type Withheld = { readonly label: Label; readonly reasons: readonly AtRiskMark[] };

/** Everything a dossier says, numbered and resolved, in the order it is told. No clock time of the export stands in it. */
export type DossierContent = {
  readonly title: string;
  readonly profile: DossierProfile;
  readonly about: {
    readonly title: string;
    readonly purpose: string;
    readonly handling: string;
    readonly analysts: readonly string[];
    readonly openedAt: Instant;
  };
  /** The newest moment told of in the dossier: its date, so that the same plan gives the same bytes. */
  readonly asOf: Instant;
  readonly statements: readonly DossierStatement[];
  readonly exhibits: readonly DossierExhibit[];
  readonly claims: readonly DossierClaim[];
  readonly conflicts: readonly DossierConflict[];
  readonly links: readonly DossierLink[];
  readonly notes: readonly DossierNote[];
  readonly notesLeftOut: number;
  readonly actors: readonly DossierActor[];
  readonly custody: readonly DossierCustody[];
  readonly custodyLeftOut: number;
  readonly withheld: readonly Withheld[];
};
