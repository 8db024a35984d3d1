import { describe, expect, it } from 'vitest';
import { newTickets } from '#main/windows/tickets.ts';

describe('tickets for files', () => {
  it('are good once', () => {
    const tickets = newTickets();
    const ticket = tickets.give('/home/a/photo.jpg');
    expect(tickets.take(ticket)).toBe('/home/a/photo.jpg');
    expect(tickets.take(ticket)).toBeNull();
  });

  it('say nothing of the path and are never the same', () => {
    const tickets = newTickets();
    const [one, other] = [tickets.give('/a'), tickets.give('/a')];
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are unknown when made up', () => {
    expect(newTickets().take('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  it('lapse all at once at a lock', () => {
    const tickets = newTickets();
    const given = ['/first', '/second'].map(tickets.give);
    tickets.forget();
    expect(given.map(tickets.take)).toEqual([null, null]);
  });

  it('lapse, the oldest first, before they fill the memory', () => {
    const tickets = newTickets();
    const first = tickets.give('/first');
    for (let i = 0; i < 2_000; i += 1) tickets.give(`/${i}`);
    expect(tickets.take(first)).toBeNull();
  });
});
