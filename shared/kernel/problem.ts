/**
 * Expected failures, by kind. The interface switches on `kind`; nobody parses messages, and no field holds case content
 * (titles, texts, names of files, passphrases). The sentences for the reader are in shared/wording/problems.ts.
 */
export type Problem =
  | { readonly kind: 'case-locked' }
  | { readonly kind: 'not-found'; readonly what: string; readonly id: string }
  /** The caller's input: `where` is a field or an argument, `reason` says what is expected there. */
  | { readonly kind: 'invalid-input'; readonly where: string; readonly reason: string }
  /** A rule of the work forbids it; `rule` is a key of the wording table. */
  | { readonly kind: 'refused'; readonly rule: RefusalRule }
  | { readonly kind: 'wrong-passphrase' }
  | { readonly kind: 'wrong-recovery-code' }
  /** Passphrase and key file do not open the case together; which of the two is wrong cannot be told. */
  | { readonly kind: 'wrong-key-file' }
  /** Well-formed shares whose secret opens nothing: of a key that was removed, or one of them was made up. */
  | { readonly kind: 'wrong-shares' }
  /** `item` counts from 1 over the shares given, `word` from 1 in that share: the word that is in no list, where one is known to be wrong. */
  | {
      readonly kind: 'bad-share';
      readonly item: number;
      readonly reason: 'not-a-share' | 'mistyped' | 'of-another-case' | 'of-another-split' | 'given-twice' | 'made-up';
      readonly word: number | null;
    }
  | { readonly kind: 'too-few-shares'; readonly given: number; readonly needed: number }
  | { readonly kind: 'not-a-case' }
  /** `part`: header, log, snapshot or blob. */
  | { readonly kind: 'case-damaged'; readonly part: string }
  | { readonly kind: 'case-in-use' }
  | { readonly kind: 'folder-not-empty' }
  | { readonly kind: 'newer-format'; readonly found: number; readonly known: number }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'write-failed'; readonly reason: 'disk-full' | 'read-only' | 'no-permission' | 'too-large' | 'no-such-folder' | 'input-output' }
  /** `item` counts from 1 over the files the user gave. */
  | {
      readonly kind: 'unreadable-file';
      readonly item: number;
      readonly reason: 'missing' | 'no-permission' | 'is-folder' | 'changed-while-reading' | 'input-output';
    }
  | { readonly kind: 'empty-file'; readonly item: number }
  | { readonly kind: 'too-large'; readonly item: number; readonly limitBytes: number }
  | { readonly kind: 'quarantine-failed'; readonly reason: 'timeout' | 'crashed' | 'no-engine' }
  /** Statements and claims of a dossier that cite nothing: labels such as `C4` or `S2`, never their words. */
  | { readonly kind: 'uncited'; readonly labels: readonly string[] }
  /** Exhibits with a mark of people at risk that this profile does not let out, and for which nothing is decided yet: labels such as `E4`. */
  | { readonly kind: 'at-risk'; readonly labels: readonly string[] }
  | { readonly kind: 'verification-failed'; readonly findings: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'self-test-failed' }
  | { readonly kind: 'internal'; readonly reference: string };

/** Rules of the work that an edit can break. */
export type RefusalRule =
  | 'link-to-itself'
  | 'link-exists'
  | 'quote-not-in-text'
  | 'no-text-to-quote'
  | 'region-outside-picture'
  | 'no-picture'
  | 'no-attachments'
  | 'no-such-page'
  | 'no-recording'
  | 'recording-too-long'
  | 'recording-unreadable'
  | 'too-many-places'
  | 'not-line-for-line'
  | 'nothing-to-redact'
  | 'own-work'
  | 'cited-elsewhere'
  | 'kept-apart'
  | 'merge-with-itself'
  | 'search-name-taken'
  | 'watched-already'
  | 'not-coordinates'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'duplicate-evidence'
  | 'credibility-needs-claim'
  | 'reliability-needs-source'
  | 'unsafe-name'
  | 'nothing-to-sign'
  | 'not-an-analyst'
  | 'checkpoint-of-another-log'
  | 'signature-wrong'
  | 'signer-unknown'
  | 'backup-of-another-case'
  | 'backup-is-newer'
  | 'backup-went-on'
  | 'backup-damaged'
  | 'not-a-backup'
  | 'compact-list-changed'
  | 'key-exists'
  | 'last-key'
  | 'last-carried-key'
  | 'no-free-key'
  | 'nothing-entrusted'
  | 'entrusted-unproven'
  | 'other-passphrases';
