import { branchWords, lostEditsTerms, repairReportWords, touchedTerms, verifyDepthWords } from './care-words.ts';
import { commandTerms } from './command-terms.ts';
import { deskWords } from './desk.ts';
import { tableWords, toastWords } from './desk-details.ts';
import { findingCodeTerms } from './finding-terms.ts';
import { guideWords, helpWords, tourWords } from './help-words.ts';
import { keyChangeLimits, keyKindLimits, keyKindPurposes, keyKindTerms, keysViewWords, keysWords, keyTexts, travelLockWords } from './key-terms.ts';
import { noteTemplates } from './note-templates.ts';
import { badShareWords, partWords, problemWords, quarantineWords, refusalWords, unreadableWords, whatWords, writeFailureWords } from './problem-words.ts';
import { dialogWords, menuWords } from './shell.ts';
import { adviceTerms, attentionTerms, custodyTerms, editTerms, entityKindTerms, repairWords } from './small-terms.ts';
import {
  atRiskTerms,
  credibilityTerms,
  evidenceKindTerms,
  findingTerms,
  intakeWarningTerms,
  linkTerms,
  profileTerms,
  reliabilityTerms,
  sourceKindTerms,
  speechActTerms,
  verdictTerms,
  workStateTerms,
} from './terms.ts';
import { unlockWords } from './unlock.ts';
import { boardWords } from './views/board-words.ts';
import { careWords } from './views/care-words.ts';
import { claimsWords } from './views/claims-words.ts';
import { custodyWords } from './views/custody-words.ts';
import { dossierWords } from './views/dossier-words.ts';
import { entitiesWords } from './views/entities-words.ts';
import { evidenceWords } from './views/evidence-words.ts';
import { handOverWords } from './views/hand-over-words.ts';
import { identityWords } from './views/identity-words.ts';
import { linksWords } from './views/links-words.ts';
import { mapWords } from './views/map-words.ts';
import { notesWords } from './views/notes-words.ts';
import { overviewWords } from './views/overview-words.ts';
import { recordingRedactionWords } from './views/recording-redaction-words.ts';
import { savedSearchWords, watchTermWords } from './views/search-words.ts';
import { settingsWords } from './views/settings-words.ts';
import { sourcesWords } from './views/sources-words.ts';
import { timelineWords } from './views/timeline-words.ts';
import { viewerWords } from './views/viewer-words.ts';

/** Everything that is said in Ukrainian, by the names of the English words. */
export const ukrainian = {
  savedSearchWords,
  watchTermWords,
  viewerWords,
  timelineWords,
  mapWords,
  identityWords,
  evidenceWords,
  dossierWords,
  recordingRedactionWords,
  handOverWords,
  boardWords,
  claimsWords,
  noteTemplates,
  notesWords,
  careWords,
  custodyWords,
  sourcesWords,
  commandTerms,
  deskWords,
  tableWords,
  toastWords,
  guideWords,
  helpWords,
  keyChangeLimits,
  keyKindLimits,
  keyKindPurposes,
  keyKindTerms,
  keyTexts,
  keysViewWords,
  keysWords,
  entitiesWords,
  overviewWords,
  settingsWords,
  tourWords,
  travelLockWords,
  unlockWords,
  adviceTerms,
  atRiskTerms,
  attentionTerms,
  badShareWords,
  branchWords,
  credibilityTerms,
  custodyTerms,
  dialogWords,
  editTerms,
  entityKindTerms,
  evidenceKindTerms,
  findingCodeTerms,
  findingTerms,
  intakeWarningTerms,
  linkTerms,
  linksWords,
  lostEditsTerms,
  menuWords,
  partWords,
  problemWords,
  profileTerms,
  quarantineWords,
  ratingWords: { notRated: 'Не оцінено' },
  refusalWords,
  reliabilityTerms,
  repairReportWords,
  repairWords,
  sourceKindTerms,
  speechActTerms,
  touchedTerms,
  unreadableWords,
  verdictTerms,
  verifyDepthWords,
  whatWords,
  workStateTerms,
  writeFailureWords,
};
