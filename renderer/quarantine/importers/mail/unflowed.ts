/** Lines that a program broke to fit made whole again (RFC 3676): one that ends in a space goes on in the next, but for the mark before a signature. `delsp`: that space is none of the words. */
export function unflowed(text: string, delsp: boolean): string {
  const out: string[] = [];
  let goesOn = false;
  let depth = 0;
  for (const line of text.split('\n')) {
    const quoted = /^>*/.exec(line)?.[0].length ?? 0;
    const words = line.slice(quoted).replace(/^ /, ''); // a line that begins with a space, ">" or "From " has one put before it
    const isMark = words === '-- ';
    if (goesOn && quoted === depth && !isMark) out[out.length - 1] += words;
    else out.push(`${'>'.repeat(quoted)}${quoted > 0 ? ' ' : ''}${words}`);
    goesOn = words.endsWith(' ') && !isMark;
    depth = quoted;
    if (goesOn && delsp) out[out.length - 1] = (out.at(-1) ?? '').slice(0, -1);
  }
  return out.join('\n');
}
