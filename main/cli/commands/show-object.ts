import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { Label } from '#shared/contract/case.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { branchOption } from '../branch-option.ts';
import { checkQuery } from '../check-message.ts';
import type { Command } from '../command.ts';
import { fieldLines } from '../field-lines.ts';
import { plain, printFields } from '../print-table.ts';
import { withCase } from '../with-case.ts';

export const showObject: Command = {
  words: ['show'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'show one object of the case with its links',
  options: branchOption,
  perform: (given, world) => {
    const input = checkQuery('links/of', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'read', async (host) => {
      const labels = await host.query('objects/labels', { ids: [input.id] });
      if (!labels.ok) return labels;
      const label = labels.value[0];
      if (!label) return refused({ kind: 'not-found', what: 'object', id: input.id });
      const shown = await readObject(host, label);
      const links = await host.query('links/of', { id: label.id });
      if (!shown.ok) return shown;
      if (!links.ok) return links;
      const fields = Object.entries(shown.value).flatMap(([name, value]) => fieldLines(name, value));
      const linkLines = links.value.map((link) =>
        link.fromId === label.id ? `  ${linkTerms[link.type].label}: ${plain(link.to.label)}` : `  ${linkTerms[link.type].back}: ${plain(link.from.label)}`,
      );
      const lines = [...printFields(fields), ...(linkLines.length > 0 ? ['links', ...linkLines] : [])];
      return done({ json: { kind: label.kind, ...shown.value, links: links.value }, lines });
    });
  },
};

async function readObject(host: CaseHost, { id, kind }: Label): Promise<Reply<object>> {
  switch (kind) {
    case 'source':
      return host.query('sources/show', { id });
    case 'evidence':
      return host.query('evidence/show', { id });
    case 'claim':
      return host.query('claims/show', { id });
    case 'note':
      return host.query('notes/show', { id });
    case 'entity':
      return host.query('entities/show', { id });
    case 'link':
      return one(await host.query('links/list', {}), id, kind);
    case 'dossier':
      return one(await host.query('dossiers/list', {}), id, kind);
  }
}

function one(list: Reply<readonly { readonly id: string }[]>, id: string, what: string): Reply<object> {
  if (!list.ok) return list;
  const found = list.value.find((each) => each.id === id);
  return found ? done(found) : refused({ kind: 'not-found', what, id });
}
