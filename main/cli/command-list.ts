import type { Command } from './command.ts';
import { addClaim } from './commands/add-claim.ts';
import { addLink } from './commands/add-link.ts';
import { addNote } from './commands/add-note.ts';
import { exportBoardOf } from './commands/boards/export-board.ts';
import { findPathsBetween } from './commands/boards/find-paths.ts';
import { listBoardsOf } from './commands/boards/list-boards.ts';
import { removeBoardOf, saveBoardOf } from './commands/boards/save-board.ts';
import { acknowledgeKept } from './commands/care/acknowledge-finding.ts';
import { listBranchesOf, mergeBranchOf, showBranch } from './commands/care/branches.ts';
import { repairDamaged } from './commands/care/repair-case.ts';
import { changePassphrase } from './commands/change-passphrase.ts';
import { editClaimsOf, splitClaimOf } from './commands/claims/edit-claims.ts';
import { keepFilterOf, listFiltersOf, removeFilterOf } from './commands/claims/ledger-filters.ts';
import { showLedgerOf } from './commands/claims/show-ledger.ts';
import { backUpCase } from './commands/copies/back-up-case.ts';
import { compactCase } from './commands/copies/compact-case.ts';
import { rekeyCaseAnew } from './commands/copies/rekey-case.ts';
import { restoreBackup } from './commands/copies/restore-backup.ts';
import { addSignature, cosignCheckpointFile } from './commands/custody-cosign.ts';
import { exportCustodyLog } from './commands/custody-export.ts';
import { showCustody } from './commands/custody-show.ts';
import { signCustodyLog } from './commands/custody-sign.ts';
import { verifyCustodyLog } from './commands/custody-verify.ts';
import { exportDossierOf } from './commands/dossier/export-dossier.ts';
import { listPlansOf, overrideGateOf, previewPlanOf, removePlanOf, savePlanOf, signOffOf } from './commands/dossier/plans.ts';
import { proposeFacesOf, redactPictureOf, redactRecordingOf, redactTextInCase } from './commands/dossier/redact.ts';
import { addEntityTo, listDuplicates, listPlacesOf, mergeEntitiesOf, placeEntityOf, spellName } from './commands/entities/entity-commands.ts';
import { listRolesOf } from './commands/entities/list-roles.ts';
import { deriveEvidenceFrom } from './commands/evidence/derive-evidence.ts';
import { drawPagesOf } from './commands/evidence/draw-pages.ts';
import { addPlace, editPlaceWords, removePlace } from './commands/evidence/mark-places.ts';
import { takeOutAttachmentsOf } from './commands/evidence/take-out-attachments.ts';
import { translateEvidenceText } from './commands/evidence/translate-evidence.ts';
import { exportOriginal } from './commands/export-evidence.ts';
import { handOverOf } from './commands/hand-over.ts';
import { importFiles } from './commands/import-files.ts';
import { addRecovery } from './commands/keys/add-recovery.ts';
import { addKeyFile, addPassphrase } from './commands/keys/add-typed-key.ts';
import { checkShare } from './commands/keys/check-share.ts';
import { escrowKey } from './commands/keys/escrow-key.ts';
import { listKeysOf } from './commands/keys/list-keys.ts';
import { makeKeyFile } from './commands/keys/make-key-file.ts';
import { removeKey } from './commands/keys/remove-key.ts';
import { splitKey } from './commands/keys/split-key.ts';
import { travelLock } from './commands/keys/travel-lock.ts';
import { listObjects } from './commands/list-objects.ts';
import { listTasksOf } from './commands/list-tasks.ts';
import { markEvidence } from './commands/mark-evidence.ts';
import { newCase } from './commands/new-case.ts';
import { rateObject } from './commands/rate-object.ts';
import { recoverByWords } from './commands/recover-case.ts';
import { listSearchesOf, removeSearchOf, renameSearchOf, saveSearchOf } from './commands/search/saved-searches.ts';
import { searchCase } from './commands/search/search-case.ts';
import { showObject } from './commands/show-object.ts';
import { showTimeline } from './commands/show-timeline.ts';
import { verifyFolder } from './commands/verify-folder.ts';
import { addWatchOf, editWatchOf, listWatchesOf, removeWatchOf } from './commands/watch/watch-terms.ts';
import { demo } from './demo/demo-command.ts';

/** Everything the command line can do, in the order of the work. */
export const commandList: readonly Command[] = [
  newCase,
  importFiles,
  addClaim,
  editClaimsOf,
  splitClaimOf,
  addLink,
  rateObject,
  addNote,
  markEvidence,
  deriveEvidenceFrom,
  takeOutAttachmentsOf,
  translateEvidenceText,
  drawPagesOf,
  addPlace,
  editPlaceWords,
  removePlace,
  listObjects,
  showLedgerOf,
  keepFilterOf,
  listFiltersOf,
  removeFilterOf,
  listTasksOf,
  showObject,
  searchCase,
  saveSearchOf,
  listSearchesOf,
  renameSearchOf,
  removeSearchOf,
  addWatchOf,
  listWatchesOf,
  editWatchOf,
  removeWatchOf,
  addEntityTo,
  listRolesOf,
  listDuplicates,
  mergeEntitiesOf,
  spellName,
  placeEntityOf,
  listPlacesOf,
  showTimeline,
  findPathsBetween,
  listBoardsOf,
  saveBoardOf,
  exportBoardOf,
  removeBoardOf,
  exportOriginal,
  proposeFacesOf,
  redactPictureOf,
  redactRecordingOf,
  redactTextInCase,
  savePlanOf,
  listPlansOf,
  removePlanOf,
  previewPlanOf,
  overrideGateOf,
  signOffOf,
  exportDossierOf,
  handOverOf,
  verifyFolder,
  repairDamaged,
  listBranchesOf,
  showBranch,
  mergeBranchOf,
  acknowledgeKept,
  showCustody,
  signCustodyLog,
  cosignCheckpointFile,
  addSignature,
  exportCustodyLog,
  verifyCustodyLog,
  backUpCase,
  restoreBackup,
  compactCase,
  rekeyCaseAnew,
  changePassphrase,
  recoverByWords,
  listKeysOf,
  addPassphrase,
  addKeyFile,
  makeKeyFile,
  addRecovery,
  splitKey,
  checkShare,
  escrowKey,
  removeKey,
  travelLock,
  demo,
];
