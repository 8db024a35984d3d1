import type { Brand } from '#shared/kernel/brand.ts';
import type { DossierContent } from './dossier-content.ts';

/**
 * A dossier that has passed the redaction gate for its profile. Every format takes this type, and only
 * apply-redactions.ts makes it (a rule of the architecture test), so nothing unredacted can reach a file.
 */
export type RedactedDossier = Brand<DossierContent, 'RedactedDossier'>;
