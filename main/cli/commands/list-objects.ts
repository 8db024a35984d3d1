import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { custodyTerms } from '#shared/wording/english/custody-terms.ts';
import { branchOption } from '../branch-option.ts';
import { type Command, UsageError } from '../command.ts';
import { printTable } from '../print-table.ts';
import { withCase } from '../with-case.ts';

/** One list: its rows as JSON objects with `id` and `kind`, and as cells under heads. */
type Listed = { readonly json: readonly object[]; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

export const listObjects: Command = {
  words: ['list'],
  operands: 'CASE sources|evidence|claims|links|notes|custody|entities',
  least: 2,
  most: 2,
  about: 'list what the case holds, in the order it came in; notes by their last change, newest first',
  options: branchOption,
  perform: (given, world) => {
    const what = given.operand(1);
    const list = Object.hasOwn(lists, what) ? lists[what] : undefined;
    if (!list) throw new UsageError(`List what? One of ${Object.keys(lists).join(', ')}.`);
    return withCase(given, world, 'read', async (host) => {
      const listed = await list(host);
      if (!listed.ok) return listed;
      const { json, heads, rows } = listed.value;
      return done({ json, lines: rows.length === 0 ? ['None.'] : printTable(heads, rows, world.columns) });
    });
  },
};

const lists: { readonly [what: string]: (host: CaseHost) => Promise<Reply<Listed>> } = {
  sources: async (host) => {
    const sources = await host.query('sources/list', {});
    if (!sources.ok) return sources;
    const rows = sources.value.map((source) => [source.id, source.kind, source.reliability ?? '–', source.publisher ?? '', source.title]);
    return done({ json: sources.value, heads: ['ID', 'KIND', 'REL', 'PUBLISHER', 'TITLE'], rows });
  },
  evidence: async (host) => {
    const evidence = await host.query('evidence/list', {});
    if (!evidence.ok) return evidence;
    const rows = evidence.value.map((item) => [
      item.id,
      item.kind,
      `${item.bytes.toLocaleString('en')} B`,
      item.sha256.slice(0, 16),
      item.atRisk.join(','),
      item.name,
    ]);
    return done({ json: evidence.value, heads: ['ID', 'KIND', 'SIZE', 'SHA-256', 'AT RISK', 'NAME'], rows });
  },
  claims: async (host) => {
    const claims = await host.query('claims/list', {});
    if (!claims.ok) return claims;
    const rows = claims.value.map((claim) => [claim.id, claim.credibility ?? '–', claim.finding, String(claim.independentOrigins), claim.asserter, claim.text]);
    return done({ json: claims.value.map((claim) => ({ kind: 'claim', ...claim })), heads: ['ID', 'CRED', 'FINDING', 'ORIGINS', 'ASSERTER', 'CLAIM'], rows });
  },
  links: async (host) => {
    const links = await host.query('links/list', {});
    if (!links.ok) return links;
    const rows = links.value.map((link) => [link.id, link.type, link.from.label, link.to.label]);
    return done({ json: links.value.map((link) => ({ kind: 'link', ...link })), heads: ['ID', 'TYPE', 'FROM', 'TO'], rows });
  },
  notes: async (host) => {
    const notes = await host.query('notes/list', {});
    if (!notes.ok) return notes;
    const rows = notes.value.map((note) => [note.id, note.changedAt.slice(0, 16).replace('T', ' '), String(note.versions), note.title ?? note.text]);
    return done({ json: notes.value.map((note) => ({ kind: 'note', ...note })), heads: ['ID', 'CHANGED', 'VERSIONS', 'NOTE'], rows });
  },
  custody: async (host) => {
    const custody = await host.query('custody/list', { limit: 10_000 });
    if (!custody.ok) return custody;
    const rows = custody.value.entries.map((entry) => [
      String(entry.seq),
      entry.at,
      entry.actor,
      custodyTerms[entry.action as keyof typeof custodyTerms],
      entry.evidenceName,
      entry.clock === null ? '' : `clock ${entry.clock}`,
    ]);
    const json = custody.value.entries.map((entry) => ({ id: String(entry.seq), kind: 'custody', ...entry }));
    return done({ json, heads: ['SEQ', 'AT', 'ACTOR', 'ACTION', 'EVIDENCE', ''], rows });
  },
  entities: async (host) => {
    const entities = await host.query('entities/list', {});
    if (!entities.ok) return entities;
    const rows = entities.value.map((entity) => [entity.id, entity.kind, String(entity.asserts), String(entity.relays), entity.names.join(' · ')]);
    return done({ json: entities.value, heads: ['ID', 'KIND', 'ASSERTS', 'RELAYS', 'NAMES'], rows });
  },
};
