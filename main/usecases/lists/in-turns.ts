/** Of a large case going through everything takes a second: other questions go in between. */
const atOnce = 256;

/** Does something for each of many things, in order, and lets other work of the process in between. */
export async function inTurns<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
  let turn = 0;
  for (const thing of things) {
    work(thing);
    turn += 1;
    if (turn % atOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
