"""FORMAT.md §2 and §3: the two copies of the header, the eight slots, the slot table."""

import hashlib
import hmac
import os
import struct
import unicodedata

from argon2.low_level import Type, hash_secret_raw

from .seal import Refused, context, hmac_sha512, subkey, u32, unseal

SIZE = 8192
MAGIC = b"CORROCSE"
SLOT = 136
TABLE_AT = 64 + 8 * SLOT
TABLE = 968
LINE = 112
KINDS = {1: "passphrase", 2: "recovery", 3: "key-file", 4: "shares", 5: "escrow"}
FORMS = {"passphrase": 1, "recovery": 2, "key-file": 3, "shares": 4, "escrow": 2}


class Header:
    def __init__(self, name, raw):
        self.name, self.raw = name, raw
        (self.generation,) = struct.unpack_from("<I", raw, 12)
        self.case_id = raw[16:32]
        self.memory, self.passes = struct.unpack_from("<II", raw, 36)
        self.salt = raw[48:64]
        self.slots = [raw[64 + i * SLOT : 64 + (i + 1) * SLOT] for i in range(8)]
        self.table = raw[TABLE_AT : TABLE_AT + TABLE]


def state_of(raw):
    """'newer' with the version, 'whole', 'damaged' or 'foreign'; needs no key."""
    if len(raw) < 12 or raw[:8] != MAGIC:
        return ("damaged" if len(raw) == SIZE else "foreign"), None
    if len(raw) <= 64 or hashlib.sha256(raw[:-32]).digest() != raw[-32:]:
        return "damaged", None
    major = struct.unpack_from("<H", raw, 8)[0]
    if major > 1:
        return "newer", major
    memory, passes = struct.unpack_from("<II", raw, 36)
    fits = len(raw) == SIZE and major == 1 and raw[32] == 1 and raw[33] == 1
    # A cost out of bounds is damage and is never run.
    return ("whole" if fits and 65_536 <= memory <= 2_097_152 and 2 <= passes <= 64 else "damaged"), None


def read_copies(folder):
    """Whole copies, the newest first, and what is wrong with the others."""
    states, whole, findings = [], [], []
    for name in ("case.a", "case.b"):
        path = os.path.join(folder, name)
        raw = open(path, "rb").read() if os.path.isfile(path) else b""
        state, major = state_of(raw)
        if state == "newer":
            raise Refused(f"newer format {major}")
        states.append(state)
        if state == "whole":
            whole.append(Header(name, raw))
        else:
            findings.append(f"header copy damaged: {name}")
    if not whole:
        holds = any(os.path.isdir(os.path.join(folder, f)) and os.listdir(os.path.join(folder, f)) for f in ("log", "snap"))
        raise Refused("header damaged" if "damaged" in states or holds else "not a case")
    return sorted(whole, key=lambda copy: -copy.generation), findings


def password_of_passphrase(text):
    return b"\1" + unicodedata.normalize("NFC", text).encode()


def password_of_words(secret):
    return b"\2" + secret


def password_of_key_file(text, content):
    return b"\3" + unicodedata.normalize("NFC", text).encode() + b"\0" + hashlib.sha256(content).digest()


def password_of_shares(secret):
    return b"\4" + secret


def key_of_secret(header, password):
    return hash_secret_raw(password, header.salt, header.passes, header.memory, 1, 32, Type.ID, 19)


def open_slots(header, kek):
    """All eight are tried; the case key and the plaintext of the slot that opens."""
    found = None
    for i, slot in enumerate(header.slots):
        key = hmac_sha512(kek, b"corroborate/v1/slot", u32(i))[:32]
        plain = unseal(key, context("slot", header.case_id, u32(i)), slot)
        if plain is not None and found is None:
            found = i, plain
    return found


def read_table(header, header_key):
    """One line a slot, None for a free one; None altogether when the table is not the one that was sealed."""
    plain = unseal(header_key, context("slot-table", header.case_id), header.table)
    if plain is None or len(plain) != 8 * LINE:
        return None
    return [read_line(plain[i * LINE : (i + 1) * LINE]) for i in range(8)]


def read_line(line):
    if not any(line):
        return None
    kind, needed, made, length = line[:4]
    if kind not in KINDS:
        raise Refused(f"a key of an unknown kind: {kind}")
    label = line[32 : 32 + length].decode()
    shares = {"needed": needed, "of": made} if kind == 4 else None
    return {"kind": KINDS[kind], "id": line[8:24].hex(), "madeAt": struct.unpack_from("<Q", line, 24)[0], "label": label, "shares": shares,
            "fileDigest": line[80:112].hex() if any(line[80:112]) else None}


def escrow_findings(folder, table):
    """An escrow that lies in the folder must be the one that was sealed; its digest leaves the line with this."""
    findings, place = [], os.path.join(folder, "escrow")
    names = sorted(os.listdir(place)) if os.path.isdir(place) else []
    for line in filter(None, table):
        digest = line.pop("fileDigest")
        if digest is None:
            continue
        name = next((n for n in names if n.endswith(f"-{line['id'][:8]}.age")), None)
        if name is None:
            findings.append(f"escrow missing: {line['id'][:8]}")
        elif hashlib.sha256(open(os.path.join(place, name), "rb").read()).hexdigest() != digest:
            findings.append(f"escrow damaged: {name}")
    return findings


def unlock(folder, password):
    """Header, case key, slot and table. A slot that opens while MAC or table do not means tampering: the other copy is tried."""
    copies, findings = read_copies(folder)
    for header in copies:
        opened = open_slots(header, key_of_secret(header, password))
        if opened is None:
            raise Refused("wrong secret")
        index, plain = opened
        case_key, slot_id, kind = plain[:32], plain[32:48], plain[48]
        key = subkey(case_key, "header")
        table = read_table(header, key)
        if hmac.compare_digest(hmac_sha512(key, header.raw[:8128])[:32], header.raw[8128:8160]) and table is not None:
            line = table[index]
            if line is None or line["id"] != slot_id.hex() or line["kind"] != KINDS.get(kind) or FORMS[line["kind"]] != password[0]:
                findings.append(f"slot {index} is not the one the table names")
            findings += escrow_findings(folder, table)
            if len(copies) == 2 and copies[0].raw != copies[1].raw:
                findings.append("info: header copies differ")
            return header, case_key, index, table, findings
        findings.append(f"header copy damaged: {header.name}")
    raise Refused("header damaged")
