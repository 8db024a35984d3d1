import { done } from '#shared/kernel/reply.ts';
import type { Command } from '../../command.ts';
import { printFields, printTable } from '../../print-table.ts';
import { bytesInWords } from '../../tell-bytes.ts';
import { jobId, withCase } from '../../with-case.ts';

export const compactCase: Command = {
  words: ['compact'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about:
    'list what the case no longer needs: sealed bytes that nothing refers to, and the history behind a fresh snapshot; with --yes verify the case and remove it for good',
  options: { yes: { takes: null, about: 'remove what is listed; nothing is removed without it' } },
  perform: (given, world) => {
    const agreed = given.option('yes') !== undefined;
    return withCase(given, world, agreed ? 'write' : 'read', async (host) => {
      const preview = await host.query('case/compact-preview', {});
      if (!preview.ok) return preview;
      const { blobs, blobBytes, logFiles, logBytes, digest } = preview.value;
      const rows = blobs.map(({ blob, name, bytes }) => [bytesInWords(bytes), blob.slice(0, 12), name]);
      const listed = [
        ...(rows.length > 0 ? [...printTable(['SIZE', 'SEALED FILE', 'TAKEN IN AS'], rows, world.columns), ''] : []),
        ...printFields([
          ['unreferenced', `${blobs.length.toLocaleString('en')} sealed files, ${bytesInWords(blobBytes)}`],
          ['history', `${logFiles.toLocaleString('en')} files of log and snapshots, ${bytesInWords(logBytes)}, give way to two fresh snapshots`],
        ]),
      ];
      if (!agreed)
        return done({ json: { removed: false, ...preview.value }, lines: [...listed, 'Nothing was removed. To remove it for good: compact CASE --yes'] });
      const compacted = await host.command('case/compact', { jobId, digest });
      if (!compacted.ok) return compacted;
      const freed = `Removed for good: ${bytesInWords(compacted.value.freedBytes)}. Backups made before still hold it, and so may the disk.`;
      return done({ json: { removed: true, ...compacted.value }, lines: [...listed, freed] });
    });
  },
};
