import { done } from '#shared/kernel/reply.ts';
import { asTyped, checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';

export const exportBoardOf: Command = {
  words: ['board', 'export'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'write how objects hang together as SVG or GraphML, people at risk by their role; custody says so',
  options: {
    out: { takes: 'FILE', about: 'the file to write, which must not exist; .svg and .graphml say the format' },
    format: { takes: 'F', about: 'svg or graphml, where the name of the file does not say it' },
    board: { takes: 'ID', about: 'a saved board; else the whole case' },
  },
  perform: (given, world) => {
    const path = given.option('out');
    if (path === undefined) throw new UsageError('Where to? --out FILE');
    const format = given.option('format') ?? /\.(svg|graphml)$/i.exec(path)?.[1]?.toLowerCase();
    if (format !== 'svg' && format !== 'graphml') throw new UsageError('As what? --format svg or graphml. Pixels are drawn by the window only.');
    const input = checkCommand('boards/export', { boardId: given.option('board'), format, to: { from: 'path', path } }, { boardId: '--board', to: '--out' });
    return withCase(given, world, 'write', async (host) => {
      const written = asTyped(await host.command('boards/export', input), { to: '--out' });
      if (!written.ok) return written;
      const { objects, edges, bytes } = written.value;
      return done({ json: written.value, lines: [`Written: ${objects} objects and ${edges} relations, ${bytes.toLocaleString('en')} bytes`] });
    });
  },
};
