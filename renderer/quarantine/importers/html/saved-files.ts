import type { ExamineJob } from '#shared/contract/quarantine.ts';

/** Bytes of the file that an address means; null for one that lies elsewhere, `missing` for one that was saved along and is not there. */
export type SavedFile = (address: string) => Uint8Array | null | 'missing';

/** Files of the folder beside a saved page, by relative addresses. */
export function companionsOf(companions: ExamineJob['companions']): SavedFile {
  return (address) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//') || address.startsWith('#')) return null;
    const path = companionPath(address);
    return companions.find((companion) => companion.path.normalize('NFC') === path)?.bytes ?? 'missing';
  };
}

function companionPath(address: string): string {
  const path = (address.split(/[?#]/)[0] ?? '').replace(/^(\.\/)+/, '').replaceAll('\\', '/');
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path.normalize('NFC');
  }
}
