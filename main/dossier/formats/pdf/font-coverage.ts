/**
 * Code points that a TrueType or OpenType font has a glyph for: its `cmap` table, formats 4 and 12 (OpenType 1.9, cmap).
 * Only for fonts that ship with the product; a table it cannot read throws, since then the build is broken.
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const tables = font.readUInt16BE(4);
  for (let record = 12; record < 12 + tables * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) === 'cmap') return readCmap(font, font.readUInt32BE(record + 8));
  }
  throw new Error('font without cmap');
}

function readCmap(font: Buffer, cmap: number): ReadonlySet<number> {
  const covered = new Set<number>();
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readSegments(font, subtable, covered);
    if (format === 12) readGroups(font, subtable, covered);
  }
  if (covered.size === 0) throw new Error('font without a readable cmap');
  return covered;
}

/** Format 4: segments of the basic plane. A glyph of 0 is the missing glyph. */
function readSegments(font: Buffer, at: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, offsets] = [starts + segments * 2, starts + segments * 4];
  for (let segment = 0; segment < segments; segment += 1) {
    const start = font.readUInt16BE(starts + segment * 2);
    const end = font.readUInt16BE(ends + segment * 2);
    const offset = font.readUInt16BE(offsets + segment * 2);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const raw = offset === 0 ? point : font.readUInt16BE(offsets + segment * 2 + offset + (point - start) * 2);
      if (raw !== 0 && ((raw + font.readUInt16BE(deltas + segment * 2)) & 0xffff) !== 0) covered.add(point);
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = at + 16; group < at + 16 + groups * 12; group += 12) {
    const first = font.readUInt32BE(group);
    const glyph = font.readUInt32BE(group + 8);
    for (let point = first; point <= font.readUInt32BE(group + 4); point += 1) if (glyph + point - first !== 0) covered.add(point);
  }
}
