"""FORMAT.md §3 (keys for use), §4 (Seal) and §7 (padding): what every sealed thing of a case is made of."""

import hashlib
import hmac
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

CHUNK = 16_384
SEALED_CHUNK = CHUNK + 16
HEAD = 24 + 32


class Refused(Exception):
    """What FORMAT.md says a reader must not read on from; the text is the reason."""


def u32(number):
    return struct.pack("<I", number)


def hmac_sha512(key, *pieces):
    return hmac.new(key, b"".join(pieces), hashlib.sha512).digest()


def subkey(case_key, use):
    return hmac_sha512(case_key, b"corroborate/v1/" + use.encode())[:32]


def context(kind, case_id, *place):
    return b"corroborate/v1/" + kind.encode() + b"\0" + case_id + b"".join(place)


def sealed_length(plain_bytes):
    return 56 + plain_bytes + 16 * (plain_bytes // CHUNK + 1)


class Opener:
    """The chunks of one sealed message, each by its number."""

    def __init__(self, key, context_bytes, head):
        label = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
        okm = HKDFExpand(SHA512(), 76, label + head[:24] + context_bytes).derive(key)
        self.authentic = len(head) == HEAD and hmac.compare_digest(okm[44:76], head[24:HEAD])
        self.cipher = AESGCM(okm[:32])
        self.base = okm[32:44]

    def chunk(self, index, sealed):
        nonce = self.base[:7] + bytes(a ^ b for a, b in zip(self.base[7:], index.to_bytes(5, "big")))
        try:
            return self.cipher.decrypt(nonce, sealed, None)
        except (InvalidTag, ValueError):
            return None


def unseal(key, context_bytes, message):
    """The plaintext, or None when it is not what was sealed with this key for this place."""
    opener = Opener(key, context_bytes, message[:HEAD])
    if not opener.authentic:
        return None
    plain = []
    for index in range((len(message) - HEAD) // SEALED_CHUNK + 1):
        start = HEAD + index * SEALED_CHUNK
        piece = opener.chunk(index, message[start : start + SEALED_CHUNK])
        if piece is None:
            return None
        plain.append(piece)
    # A message whose last chunk is a full one was cut.
    return b"".join(plain) if len(plain[-1]) < CHUNK else None


def padme(length):
    if length < 2:
        return length
    e = length.bit_length() - 1
    s = e.bit_length()
    if e <= s:
        return length
    step = 1 << (e - s)
    return -(-length // step) * step


def unpad(plain, least):
    """The bytes inside Pad(bytes, least), or None when this is not what Pad makes."""
    if len(plain) < 4:
        return None
    (length,) = struct.unpack_from("<I", plain)
    if 4 + length > len(plain) or len(plain) != padme(max(least, 4 + length)) or any(plain[4 + length :]):
        return None
    return plain[4 : 4 + length]
