"""FORMAT.md §7: every blob opened chunk by chunk and hashed again."""

import base64
import hashlib
import json
import os
import re
import struct

from .seal import HEAD, SEALED_CHUNK, CHUNK, Opener, context, hmac_sha512, padme, sealed_length, subkey

NAME = re.compile(r"^[a-z2-7]{52}$")
META = 4096


def name_of(case_key, digest):
    name = hmac_sha512(subkey(case_key, "blob-name"), digest)[:32]
    return base64.b32encode(name).decode().rstrip("=").lower()


def read_meta(plain):
    (length,) = struct.unpack_from("<I", plain)
    if length > META - 4 or any(plain[4 + length : META]):
        return None
    meta = json.loads(plain[4 : 4 + length].decode())
    return meta if meta["v"] == 1 else None


def check_blob(path, name, case_key, case_id):
    """What the meta says, or None when anything of the file is not as it was sealed."""
    size = os.path.getsize(path)
    with open(path, "rb") as file:
        opener = Opener(subkey(case_key, "blob"), context("blob", case_id), file.read(HEAD))
        if not opener.authentic:
            return None
        digest, meta, seen, index = hashlib.sha256(), None, 0, 0
        while True:
            chunk = opener.chunk(index, file.read(SEALED_CHUNK))
            if chunk is None:
                return None
            if index == 0:
                meta = read_meta(chunk) if len(chunk) >= META else None
                if meta is None or size != sealed_length(padme(META + meta["bytes"])):
                    return None
            start, end = index * CHUNK, META + meta["bytes"]
            digest.update(chunk[max(META - start, 0) : max(end - start, 0)])
            if any(chunk[max(end - start, 0) :]):
                return None
            seen, index = seen + len(chunk), index + 1
            if len(chunk) < CHUNK:
                break
        whole = file.read(1) == b"" and seen == padme(META + meta["bytes"])
    fits = digest.hexdigest() == meta["sha256"] and name_of(case_key, digest.digest()) == name
    return meta if whole and fits else None


def check_blobs(folder, case_key, case_id):
    good, findings = {}, []
    root = os.path.join(folder, "blob")
    for part in sorted(os.listdir(root)):
        inside = os.path.join(root, part)
        for name in sorted(os.listdir(inside)) if os.path.isdir(inside) else []:
            if name.endswith(".part"):
                continue
            if not NAME.match(name) or name[:2] != part:
                findings.append(f"info: unknown file: blob/{part}/{name}")
                continue
            meta = check_blob(os.path.join(inside, name), name, case_key, case_id)
            if meta is None:
                findings.append(f"blob damaged: {name}")
            else:
                good[name] = meta
    return good, findings
