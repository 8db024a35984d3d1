import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';

/** Programs that save pages note where and when in a comment near the top: SingleFile, and browsers ("mark of the web"). */
export function readSavedComment(html: string): readonly FoundField[] {
  const top = html.slice(0, 65_536);
  return [...singleFile(top), ...markOfTheWeb(top)];
}

function singleFile(top: string): FoundField[] {
  const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,8000}?)-->/.exec(top)?.[1];
  if (comment === undefined) return [];
  const url = /^\s*url:\s*(\S+)/m.exec(comment)?.[1];
  const saved = /^\s*saved date:\s*(.+)$/m.exec(comment)?.[1];
  return [
    ...(url === undefined ? [] : [{ field: 'url', value: url, where: 'SingleFile comment' }]),
    ...(saved === undefined ? [] : [{ field: 'saved', value: saved, where: 'SingleFile comment' }]),
  ];
}

function markOfTheWeb(top: string): FoundField[] {
  const url = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(top)?.[1];
  return url === undefined ? [] : [{ field: 'url', value: url, where: 'saved-from comment' }];
}
