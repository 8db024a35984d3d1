import type { CommandName, QueryName } from '#shared/contract/contract.ts';
import { exportBoard } from './boards/export-board.ts';
import { removeKeptBoard, saveKeptBoard } from './boards/save-board.ts';
import { findPaths, listBoards, showAround, showGraph } from './boards/show-graph.ts';
import { listBranches, showMergePlan } from './care/list-branches.ts';
import { acknowledgeFinding, mergeKnownBranch, settleKnownBranch } from './care/merge-branch.ts';
import { editOpenCase } from './case/edit-case.ts';
import { showOverview } from './case/show-overview.ts';
import { showRecent, showStanding } from './case/show-standing.ts';
import { verifyCase } from './case/verify-case.ts';
import { assertNewClaim } from './claims/assert-claim.ts';
import { editKnownClaim } from './claims/edit-claim.ts';
import { editKnownClaims, splitKnownClaim } from './claims/edit-claims.ts';
import { keepLedgerFilter, listFilters, removeLedgerFilter } from './claims/keep-filter.ts';
import { listClaims } from './claims/list-claims.ts';
import { rateKnownClaim } from './claims/rate-claim.ts';
import { removeKnownClaim } from './claims/remove-claim.ts';
import { showClaim } from './claims/show-claim.ts';
import { showClaimRows, showLedger } from './claims/show-ledger.ts';
import { backUp } from './copies/back-up.ts';
import { compact, previewCompact } from './copies/compact.ts';
import { cosignCheckpoint } from './custody/cosign-checkpoint.ts';
import { exportCustody } from './custody/export-custody.ts';
import { listCheckpoints } from './custody/list-checkpoints.ts';
import { listCustody } from './custody/list-custody.ts';
import { signCustody } from './custody/sign-custody.ts';
import { takeInSignatures } from './custody/take-in-signatures.ts';
import { exportDossier } from './dossiers/export-dossier.ts';
import { handOverDossier } from './dossiers/hand-over-dossier.ts';
import { listFormats } from './dossiers/list-formats.ts';
import { listPlans } from './dossiers/list-plans.ts';
import { overrideDossierGate } from './dossiers/override-gate.ts';
import { previewDossier } from './dossiers/preview-dossier.ts';
import { removeSavedPlan } from './dossiers/remove-plan.ts';
import { saveDossierPlan } from './dossiers/save-plan.ts';
import { signOffPlan } from './dossiers/sign-off.ts';
import { addNewEntity } from './entities/add-entity.ts';
import { editKnownEntity } from './entities/edit-entity.ts';
import { listEntities, showEntity } from './entities/list-entities.ts';
import { listRoles } from './entities/list-roles.ts';
import { mergeKnownEntities, previewMerge, suggestDuplicates } from './entities/merge-entities.ts';
import { orderEntities, showEntityRows } from './entities/order-entities.ts';
import { deriveFile } from './evidence/derive-file.ts';
import { drawPages } from './evidence/draw-pages.ts';
import { editKnownEvidence } from './evidence/edit-evidence.ts';
import { exportEvidence } from './evidence/export-evidence.ts';
import { listEvidence } from './evidence/list-evidence.ts';
import { markEvidenceAtRisk } from './evidence/mark-at-risk.ts';
import { editKnownPlace, markNewPlace, unmarkKnownPlace } from './evidence/mark-places.ts';
import { listDerived, orderEvidence, showEvidenceRows } from './evidence/order-evidence.ts';
import { readPageWords } from './evidence/read-page-words.ts';
import { readText } from './evidence/read-text.ts';
import { recordViewing } from './evidence/record-viewing.ts';
import { removeKnownEvidence } from './evidence/remove-evidence.ts';
import { showEvidence } from './evidence/show-evidence.ts';
import { takeInFiles } from './evidence/take-in.ts';
import { takeOutAttachments } from './evidence/take-out-attachments.ts';
import { translateText } from './evidence/translate-text.ts';
import type { CommandUse, QueryUse } from './handler.ts';
import { listHistory } from './history/list-history.ts';
import { redoEdit } from './history/redo-edit.ts';
import { undoEdit } from './history/undo-edit.ts';
import { cancelJob } from './jobs/cancel-job.ts';
import { listKeys } from './keys/list-keys.ts';
import { drawNewLink } from './links/draw-link.ts';
import { editKnownLink } from './links/edit-link.ts';
import { listLinks, listLinksOf } from './links/list-links.ts';
import { orderLinks, showLinkRows } from './links/order-links.ts';
import { removeKnownLink } from './links/remove-link.ts';
import { listNotes } from './notes/list-notes.ts';
import { listTasks } from './notes/list-tasks.ts';
import { orderNotes, showNoteLines } from './notes/order-notes.ts';
import { removeKnownNote } from './notes/remove-note.ts';
import { reviseKnownNote } from './notes/revise-note.ts';
import { showNote } from './notes/show-note.ts';
import { writeNewNote } from './notes/write-note.ts';
import { findObjects } from './objects/find-objects.ts';
import { labelObjects } from './objects/label-objects.ts';
import { findPlaces, listPlaces, placeKnownEntity } from './places/places.ts';
import { proposeFacesIn } from './redactions/propose-faces.ts';
import { redactPicture } from './redactions/redact-picture.ts';
import { redactRecording } from './redactions/redact-recording.ts';
import { redactTextOf } from './redactions/redact-text.ts';
import { findInCase } from './search/find-in-case.ts';
import { countSavedHits, listSavedSearches, removeSavedSearch, renameSavedSearch, saveNewSearch } from './search/saved-searches.ts';
import { addNewSource } from './sources/add-source.ts';
import { editKnownSource } from './sources/edit-source.ts';
import { listSources } from './sources/list-sources.ts';
import { orderSources, showSourceRows } from './sources/order-sources.ts';
import { rateKnownSource } from './sources/rate-source.ts';
import { showSource } from './sources/show-source.ts';
import { listTimeline, orderTimeline } from './timeline/list-timeline.ts';
import { showTimelineChart } from './timeline/show-chart.ts';
import { addWatchTerm, editWatchTerm, listWatchTerms, removeWatchTerm } from './watch/watch-terms.ts';
import { countWatched, showWatchedInText, showWatchedPlaces } from './watch/watched-places.ts';

/** Who does what the contract offers. A name without its use-case, or with one of another type, does not compile. */
export const commandUses: { readonly [N in CommandName]: CommandUse<N> } = {
  'case/edit': editOpenCase,
  'case/acknowledge': acknowledgeFinding,
  'case/merge-branch': mergeKnownBranch,
  'case/settle-branch': settleKnownBranch,
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
  'evidence/derive': deriveFile,
  'evidence/take-out-attachments': takeOutAttachments,
  'evidence/draw-pages': drawPages,
  'evidence/translate': translateText,
  'evidence/mark-place': markNewPlace,
  'evidence/edit-place': editKnownPlace,
  'evidence/unmark-place': unmarkKnownPlace,
  'evidence/export': exportEvidence,
  'evidence/redact-picture': redactPicture,
  'evidence/redact-recording': redactRecording,
  'evidence/propose-faces': proposeFacesIn,
  'evidence/redact-text': redactTextOf,
  'evidence/record-viewing': recordViewing,
  'claims/assert': assertNewClaim,
  'claims/edit': editKnownClaim,
  'claims/rate': rateKnownClaim,
  'claims/remove': removeKnownClaim,
  'claims/edit-many': editKnownClaims,
  'claims/split': splitKnownClaim,
  'claims/keep-filter': keepLedgerFilter,
  'claims/remove-filter': removeLedgerFilter,
  'search/save': saveNewSearch,
  'search/rename': renameSavedSearch,
  'search/remove': removeSavedSearch,
  'watch/add': addWatchTerm,
  'watch/edit': editWatchTerm,
  'watch/remove': removeWatchTerm,
  'links/draw': drawNewLink,
  'links/edit': editKnownLink,
  'links/remove': removeKnownLink,
  'notes/write': writeNewNote,
  'notes/revise': reviseKnownNote,
  'notes/remove': removeKnownNote,
  'entities/add': addNewEntity,
  'entities/edit': editKnownEntity,
  'entities/merge': mergeKnownEntities,
  'entities/place': placeKnownEntity,
  'boards/save': saveKeptBoard,
  'boards/remove': removeKeptBoard,
  'boards/export': exportBoard,
  'dossiers/save-plan': saveDossierPlan,
  'dossiers/remove-plan': removeSavedPlan,
  'dossiers/override': overrideDossierGate,
  'dossiers/hand-over': handOverDossier,
  'dossiers/sign-off': signOffPlan,
  'dossiers/export': exportDossier,
  'custody/sign': signCustody,
  'custody/add-signature': takeInSignatures,
  'custody/cosign': cosignCheckpoint,
  'custody/export': exportCustody,
  'case/backup': backUp,
  'case/compact': compact,
};

export const queryUses: { readonly [N in QueryName]: QueryUse<N> } = {
  'case/overview': showOverview,
  'case/standing': showStanding,
  'case/recent': showRecent,
  'case/verify': verifyCase,
  'case/branches': listBranches,
  'case/merge-plan': showMergePlan,
  'history/list': listHistory,
  'objects/labels': labelObjects,
  'objects/find': findObjects,
  'custody/list': listCustody,
  'custody/checkpoints': listCheckpoints,
  'keys/list': listKeys,
  'sources/list': listSources,
  'sources/order': orderSources,
  'sources/rows': showSourceRows,
  'sources/show': showSource,
  'evidence/list': listEvidence,
  'evidence/derived': listDerived,
  'evidence/order': orderEvidence,
  'evidence/rows': showEvidenceRows,
  'evidence/show': showEvidence,
  'evidence/text': readText,
  'evidence/page-words': readPageWords,
  'claims/list': listClaims,
  'claims/ledger': showLedger,
  'claims/rows': showClaimRows,
  'claims/show': showClaim,
  'claims/filters': listFilters,
  'links/list': listLinks,
  'links/order': orderLinks,
  'links/rows': showLinkRows,
  'links/of': listLinksOf,
  'notes/list': listNotes,
  'notes/order': orderNotes,
  'notes/rows': showNoteLines,
  'notes/tasks': listTasks,
  'notes/show': showNote,
  'entities/list': listEntities,
  'entities/order': orderEntities,
  'entities/rows': showEntityRows,
  'entities/roles': listRoles,
  'entities/show': showEntity,
  'search/find': findInCase,
  'search/saved': listSavedSearches,
  'search/saved-hits': countSavedHits,
  'watch/list': listWatchTerms,
  'watch/counts': countWatched,
  'watch/places': showWatchedPlaces,
  'watch/in-text': showWatchedInText,
  'dossiers/formats': listFormats,
  'timeline/list': listTimeline,
  'timeline/order': orderTimeline,
  'timeline/chart': showTimelineChart,
  'entities/duplicates': suggestDuplicates,
  'entities/merge-preview': previewMerge,
  'places/list': listPlaces,
  'places/find': findPlaces,
  'boards/list': listBoards,
  'boards/graph': showGraph,
  'boards/around': showAround,
  'boards/paths': findPaths,
  'dossiers/list': listPlans,
  'dossiers/preview': previewDossier,
  'case/compact-preview': previewCompact,
};
