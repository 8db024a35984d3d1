/** A path behind a random name, good for one use. Paths stay in the shell; pages hold tickets. */
export type Tickets = {
  readonly give: (path: string) => string;
  /** The path, once; null when the ticket is unknown or used. */
  readonly take: (ticket: string) => string | null;
  /** All that were not used lapse: at a lock nothing of what was chosen before it is kept. */
  readonly forget: () => void;
};

/** Most tickets kept at once; the oldest lapse, so that a page cannot fill the memory. */
const most = 2_000;

export function newTickets(): Tickets {
  const paths = new Map<string, string>();
  return {
    give: (path) => {
      const ticket = crypto.randomUUID();
      paths.set(ticket, path);
      const oldest = paths.size > most ? paths.keys().next().value : undefined;
      if (oldest !== undefined) paths.delete(oldest);
      return ticket;
    },
    take: (ticket) => {
      const path = paths.get(ticket) ?? null;
      paths.delete(ticket);
      return path;
    },
    forget: () => paths.clear(),
  };
}
