import type { CommandName, QueryName } from '#shared/contract/contract.ts';
import { editOpenCase } from './case/edit-case.ts';
import { showOverview } from './case/show-overview.ts';
import { verifyCase } from './case/verify-case.ts';
import { assertNewClaim } from './claims/assert-claim.ts';
import { editKnownClaim } from './claims/edit-claim.ts';
import { listClaims } from './claims/list-claims.ts';
import { rateKnownClaim } from './claims/rate-claim.ts';
import { removeKnownClaim } from './claims/remove-claim.ts';
import { showClaim } from './claims/show-claim.ts';
import { listCustody } from './custody/list-custody.ts';
import { exportDossier } from './dossiers/export-dossier.ts';
import { listPlans } from './dossiers/list-plans.ts';
import { previewDossier } from './dossiers/preview-dossier.ts';
import { removeSavedPlan } from './dossiers/remove-plan.ts';
import { saveDossierPlan } from './dossiers/save-plan.ts';
import { addNewEntity } from './entities/add-entity.ts';
import { editKnownEntity } from './entities/edit-entity.ts';
import { listEntities, showEntity } from './entities/list-entities.ts';
import { editKnownEvidence } from './evidence/edit-evidence.ts';
import { exportEvidence } from './evidence/export-evidence.ts';
import { listEvidence } from './evidence/list-evidence.ts';
import { markEvidenceAtRisk } from './evidence/mark-at-risk.ts';
import { readText } from './evidence/read-text.ts';
import { recordViewing } from './evidence/record-viewing.ts';
import { removeKnownEvidence } from './evidence/remove-evidence.ts';
import { showEvidence } from './evidence/show-evidence.ts';
import { takeInFiles } from './evidence/take-in.ts';
import type { CommandUse, QueryUse } from './handler.ts';
import { listHistory } from './history/list-history.ts';
import { redoEdit } from './history/redo-edit.ts';
import { undoEdit } from './history/undo-edit.ts';
import { cancelJob } from './jobs/cancel-job.ts';
import { drawNewLink } from './links/draw-link.ts';
import { editKnownLink } from './links/edit-link.ts';
import { listLinks, listLinksOf } from './links/list-links.ts';
import { removeKnownLink } from './links/remove-link.ts';
import { listNotes } from './notes/list-notes.ts';
import { removeKnownNote } from './notes/remove-note.ts';
import { reviseKnownNote } from './notes/revise-note.ts';
import { showNote } from './notes/show-note.ts';
import { writeNewNote } from './notes/write-note.ts';
import { findObjects } from './objects/find-objects.ts';
import { labelObjects } from './objects/label-objects.ts';
import { findInCase } from './search/find-in-case.ts';
import { addNewSource } from './sources/add-source.ts';
import { editKnownSource } from './sources/edit-source.ts';
import { listSources } from './sources/list-sources.ts';
import { rateKnownSource } from './sources/rate-source.ts';
import { showSource } from './sources/show-source.ts';

/** Who does what the contract offers. A name without its use-case, or with one of another type, does not compile. */
export const commandUses: { readonly [N in CommandName]: CommandUse<N> } = {
  'case/edit': editOpenCase,
  'history/undo': undoEdit,
  'history/redo': redoEdit,
  'jobs/cancel': cancelJob,
  'sources/add': addNewSource,
  'sources/edit': editKnownSource,
  'sources/rate': rateKnownSource,
  'evidence/take-in': takeInFiles,
  'evidence/mark-at-risk': markEvidenceAtRisk,
  'evidence/edit': editKnownEvidence,
  'evidence/remove': removeKnownEvidence,
  'evidence/export': exportEvidence,
  'evidence/record-viewing': recordViewing,
  'claims/assert': assertNewClaim,
  'claims/edit': editKnownClaim,
  'claims/rate': rateKnownClaim,
  'claims/remove': removeKnownClaim,
  'links/draw': drawNewLink,
  'links/edit': editKnownLink,
  'links/remove': removeKnownLink,
  'notes/write': writeNewNote,
  'notes/revise': reviseKnownNote,
  'notes/remove': removeKnownNote,
  'entities/add': addNewEntity,
  'entities/edit': editKnownEntity,
  'dossiers/save-plan': saveDossierPlan,
  'dossiers/remove-plan': removeSavedPlan,
  'dossiers/export': exportDossier,
};

export const queryUses: { readonly [N in QueryName]: QueryUse<N> } = {
  'case/overview': showOverview,
  'case/verify': verifyCase,
  'history/list': listHistory,
  'objects/labels': labelObjects,
  'objects/find': findObjects,
  'custody/list': listCustody,
  'sources/list': listSources,
  'sources/show': showSource,
  'evidence/list': listEvidence,
  'evidence/show': showEvidence,
  'evidence/text': readText,
  'claims/list': listClaims,
  'claims/show': showClaim,
  'links/list': listLinks,
  'links/of': listLinksOf,
  'notes/list': listNotes,
  'notes/show': showNote,
  'entities/list': listEntities,
  'entities/show': showEntity,
  'search/find': findInCase,
  'dossiers/list': listPlans,
  'dossiers/preview': previewDossier,
};
