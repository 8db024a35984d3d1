import { crc32 } from 'node:zlib';

/** A member of a zip file: its name with `/`, in ASCII, and its bytes. */
export type ZipMember = { readonly name: string; readonly bytes: Uint8Array };

const midnight = 0;
/** 1 January 1980: the first day that MS-DOS can tell. */
const firstDay = (1 << 5) | 1;

/**
 * A zip file (PKWARE APPNOTE 6.3.3) piece by piece, members in the order given, all of one date and stored as they are: what deflate makes
 * of the same bytes differs between versions of zlib and between processors. One member at a time is held. Throws beyond 4 GiB or 65,535 members.
 */
export async function* zipFile(members: AsyncIterable<ZipMember> | Iterable<ZipMember>): AsyncIterable<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, bytes } of members) {
    const about = aboutMember(name, bytes);
    const local = Buffer.concat([number32(0x04034b50), about, Buffer.from(name, 'latin1')]);
    if (at + local.length + bytes.length > 0xffffffff || directory.length >= 0xffff) throw new Error('a zip file beyond its limits');
    yield local;
    yield bytes;
    directory.push(
      Buffer.concat([number32(0x02014b50), number16(20), about, number16(0), number16(0), number16(0), number32(0), number32(at), Buffer.from(name, 'latin1')]),
    );
    at += local.length + bytes.length;
  }
  const central = Buffer.concat(directory);
  yield central;
  const count = number16(directory.length);
  yield Buffer.concat([number32(0x06054b50), number16(0), number16(0), count, count, number32(central.length), number32(at), number16(0)]);
}

/** The fields that stand in both headers of a member, from *version needed* to the length of the extra field. */
function aboutMember(name: string, bytes: Uint8Array): Buffer {
  const size = number32(bytes.length);
  const [stored, noFlags] = [number16(0), number16(0)];
  return Buffer.concat([
    number16(10),
    noFlags,
    stored,
    number16(midnight),
    number16(firstDay),
    number32(crc32(bytes)),
    size,
    size,
    number16(name.length),
    number16(0),
  ]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
