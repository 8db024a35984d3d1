import { createHash } from 'node:crypto';

/** UUID version 5 (RFC 9562 §5.5): the same for the same name in the same namespace. SHA-1 names here and protects nothing. */
export function nameUuid(namespace: string, name: string): string {
  return written(
    createHash('sha1')
      .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
      .update(name)
      .digest(),
    5,
  );
}

/** A UUID in the form of version 4 whose bits are drawn from `name`, for formats that take no other and must be the same each time. */
export function drawnUuid(name: string): string {
  return written(createHash('sha256').update(name).digest(), 4);
}

function written(digest: Buffer, version: number): string {
  const bytes = Buffer.from(digest.subarray(0, 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
