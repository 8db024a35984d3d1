"""FORMAT.md §3: what stands on paper. BIP 39 words of a recovery code or an escrow, and shares in words."""

import hashlib

from .seal import Refused


def bits_of(words, word_list):
    number = 0
    for word in words:
        if word not in word_list:
            raise Refused("wrong secret")
        number = number << 11 | word_list.index(word)
    return number


def paper_words(text):
    """Lines that begin with # are for people; numbers and punctuation do not count."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return "".join(letter.lower() if letter.isalpha() else " " for letter in "\n".join(lines)).split()


def secret_of_words(words, word_list):
    """24 words of 11 bits are 256 bits and the first 8 bits of their SHA-256."""
    number = bits_of(words, word_list)
    secret = (number >> 8 & (1 << 256) - 1).to_bytes(32, "big")
    if len(words) != 24 or hashlib.sha256(secret).digest()[0] != number & 255:
        raise Refused("wrong secret")
    return secret


def share_of_words(words, word_list):
    number = bits_of(words, word_list)
    share = (number >> 36 & (1 << 360) - 1).to_bytes(45, "big")
    check = int.from_bytes(hashlib.sha256(b"corroborate/v1/share\0" + share).digest()[:5], "big") >> 4
    if len(words) != 36 or check != number & (1 << 36) - 1 or share[0] != 1:
        raise Refused("not a share")
    return {"case": share[1:5], "slot": share[5:9], "needed": share[9], "of": share[10], "number": share[11], "part": share[12:]}


def times(a, b):
    """In GF(2^8) with x^8 + x^4 + x^3 + x + 1."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def inverse(a):
    """a^254."""
    power = 1
    for _ in range(254):
        power = times(power, a)
    return power


def join_shares(shares):
    """The secret at x = 0 of the polynomials that go through the parts of one splitting."""
    first = shares[0]
    alike = all(share[field] == first[field] for share in shares for field in ("case", "slot", "needed", "of"))
    places = [share["part"][-1] for share in shares]
    if not alike or len(shares) < first["needed"] or len(set(places)) != len(places) or 0 in places:
        raise Refused("these are not enough shares of one splitting")
    secret = bytearray(32)
    for share, x in zip(shares, places):
        weight = 1
        for other in places:
            if other != x:
                weight = times(weight, times(other, inverse(other ^ x)))
        for i, y in enumerate(share["part"][:-1]):
            secret[i] ^= times(weight, y)
    return bytes(secret)
