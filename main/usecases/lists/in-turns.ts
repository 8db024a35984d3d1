/** Milliseconds of work before others get their turn: of a large case going through everything takes a second. */
const sliceMs = 8;

/** Does something for each of many things, in order, and lets other work of the process in between. */
export async function inTurns<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
  let began = performance.now();
  for (const thing of things) {
    work(thing);
    if (performance.now() - began < sliceMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  }
}
