/** Faces asked for at a time: a script of many letters comes in more than a hundred files. */
const atATime = 16;

/**
 * Fetches the letters of every script from the application's own files before a case has words in them. A face that comes after its words has the
 * whole page laid out anew, and its words change their look under whoever reads them.
 */
export async function fetchLetters(): Promise<void> {
  const faces = [...document.fonts];
  for (let from = 0; from < faces.length; from += atATime) {
    // One that cannot be had is done without, as by any page.
    await Promise.allSettled(faces.slice(from, from + atATime).map((face) => face.load()));
  }
}
