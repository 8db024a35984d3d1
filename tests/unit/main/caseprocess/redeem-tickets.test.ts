import { describe, expect, it } from 'vitest';
import { redeemTickets } from '#main/caseprocess/redeem-tickets.ts';
import { newTickets } from '#main/windows/tickets.ts';
import { done } from '#shared/kernel/reply.ts';

const takeFrom = (tickets: ReturnType<typeof newTickets>) => async (ticket: string) => tickets.take(ticket);

describe('tickets in what a page sends', () => {
  it('become the paths they stand for', async () => {
    const tickets = newTickets();
    const files = [
      { from: 'ticket', ticket: tickets.give('/a.html') },
      { from: 'text', name: 'n', text: 't' },
      { from: 'ticket', ticket: tickets.give('/b.jpg') },
    ];
    expect(await redeemTickets('evidence/take-in', { jobId: 'j', files }, takeFrom(tickets))).toEqual(
      done({ jobId: 'j', files: [{ from: 'path', path: '/a.html' }, files[1], { from: 'path', path: '/b.jpg' }] }),
    );
    const to = { from: 'ticket', ticket: tickets.give('/out') };
    expect(await redeemTickets('dossiers/export', { to }, takeFrom(tickets))).toEqual(done({ to: { from: 'path', path: '/out' } }));
  });

  it.each([
    ['evidence/take-in', { files: [{ from: 'path', path: '/etc/passwd' }] }],
    ['evidence/take-in', { files: [{ from: 'ticket', ticket: 'made-up' }] }],
    ['evidence/take-in', { files: [{ from: 'ticket' }] }],
    ['evidence/take-in', { files: [{ from: 'ticket', ticket: 'x', path: '/etc/passwd' }] }],
    ['evidence/take-in', { files: { from: 'path', path: '/etc/passwd' } }],
    ['evidence/export', { to: { from: 'path', path: '/etc/cron.d/x' } }],
    ['dossiers/export', { to: { from: 'path', path: '/etc' } }],
    ['dossiers/hand-over', { from: { from: 'path', path: '/etc' }, to: { from: 'ticket', ticket: 'x' } }],
    ['dossiers/hand-over', { from: { from: 'last-export' }, to: { from: 'path', path: '/etc' } }],
    ['case/backup', { to: { from: 'path', path: '/etc' } }],
    ['custody/export', { to: { from: 'path', path: '/etc' } }],
    ['dossiers/export', { to: [{ from: 'path', path: '/etc' }] }],
  ])('refuse a path or a false ticket in %s %j', async (name, input) => {
    const reply = await redeemTickets(name, input, takeFrom(newTickets()));
    expect(reply.ok).toBe(false);
    expect(!reply.ok && reply.problem.kind).toBe('invalid-input');
    expect(JSON.stringify(reply)).not.toContain('/etc');
  });

  it('are not looked for elsewhere, and odd input goes on to its schema as it is', async () => {
    const take = async () => '/should/not/come';
    for (const input of [null, 5, 'text', [], { files: 7 }, { files: null }, { to: 'x' }, { files: [null, 3, 'x'] }])
      expect(await redeemTickets('evidence/take-in', input, take)).toEqual(done(input));
    const note = { text: 'a', to: { from: 'ticket', ticket: 'x' } };
    expect(await redeemTickets('notes/write', note, take)).toEqual(done(note));
    expect(await redeemTickets('__proto__', note, take)).toEqual(done(note));
  });
});
