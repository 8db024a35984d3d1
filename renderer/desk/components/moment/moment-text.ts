const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A moment for people, in UTC so that two desks read the same: `12 Jan 2025, 09:04 UTC`. Text that is no moment is given back as it is. */
export function momentText(instant: string): string {
  const form = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(instant);
  if (!form) return instant;
  const [, year, month, day, clock] = form;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}, ${clock} UTC`;
}
