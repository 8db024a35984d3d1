/** For whoever finds the folder; it has no meaning for a reader. */
export const caseReadme =
  'This folder is an encrypted case of Corroborate.\nKeep it whole: do not rename, move or delete parts of it. Copy it only as a whole, while it is closed.\n';
