import type { AtRiskMark } from '#shared/domain/evidence/at-risk.ts';
import type { DossierContent, Label } from './dossier-content.ts';

/** A dossier as the plan asks for it, before the redaction gate, with what the gate has to look for. Never written to a file. */
export type ComposedDossier = {
  readonly content: DossierContent;
  readonly guarded: Guarded;
  /** Ids of exhibits that leave in spite of their marks, each with a reason in the custody log. */
  readonly overridden: readonly string[];
  /** Whether what is marked and has no redacted copy is left out; otherwise it stops the export. */
  readonly leavesOutMarked: boolean;
};

/** What must not be recognisable outside the team. `label` is null for items of the case that this dossier does not number. */
export type Guarded = {
  readonly exhibits: readonly {
    readonly label: Label | null;
    readonly id: string;
    readonly reasons: readonly AtRiskMark[];
    readonly name: string;
    readonly hashes: readonly string[];
    readonly quotes: readonly string[];
  }[];
  /** Sources all of whose evidence is at risk, redacted copies of it aside: their titles and addresses would tell what is withheld. */
  readonly sources: readonly {
    readonly id: string;
    readonly exhibitIds: readonly string[];
    readonly title: string;
    readonly url: string | null;
    readonly author: string | null;
  }[];
  readonly people: readonly { readonly id: string; readonly role: string; readonly names: readonly string[] }[];
  /** Where living people are: nothing may say the point. `named` is false where the name may be told and only the point may not. */
  readonly places: readonly { readonly id: string; readonly named: boolean; readonly words: readonly string[] }[];
  /** For each note, the ids it is about or refers to: decides whether it may leave the team. */
  readonly noteSubjects: { readonly [noteId: string]: readonly string[] };
};
