"""FORMAT.md §8: the custody chain, the tree over it (RFC 6962) and the checkpoints signed for it (C2SP signed-note)."""

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .canonical import canonical


def sha256(*pieces):
    return hashlib.sha256(b"".join(pieces)).digest()


def chain_whole(entries):
    before = "0" * 64
    for seq, key in enumerate(sorted(entries)):
        entry = entries[key]
        if key != f"{seq:010d}" or entry["seq"] != seq or entry["prev"] != before:
            return False
        before = sha256(canonical(entry).encode()).hex()
    return True


def tree_head(leaves):
    """RFC 6962 §2.1, by its own words."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1", tree_head(leaves[:split]), tree_head(leaves[split:]))


def signature_holds(text, line, key):
    dash, name, encoded = line.split(" ")
    raw, public = base64.b64decode(encoded), base64.b64decode(key["publicKey"])
    key_id = sha256(name.encode() + b"\n\1" + public)[:4]
    if dash != "\u2014" or name != key["name"] or raw[:4] != key_id:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw[4:], text.encode())
        return True
    except InvalidSignature:
        return False


def checkpoint_holds(checkpoint, entries):
    text, _, signatures = checkpoint["note"].rpartition("\n\n")
    text += "\n"
    lines = signatures.splitlines()
    _, size, root = text.splitlines()
    leaves = [sha256(b"\0", canonical(entries[key]).encode()) for key in sorted(entries)[: int(size)]]
    fits = int(size) == checkpoint["size"] == len(leaves) and base64.b64encode(tree_head(leaves)).decode() == root
    return fits and len(lines) == len(checkpoint["signers"]) and all(map(signature_holds, [text] * len(lines), lines, checkpoint["signers"]))


def check_custody(state):
    entries, findings = state["custody"], []
    if not chain_whole(entries):
        findings.append("custody chain broken")
    for key, checkpoint in sorted(state["checkpoints"].items()):
        if not checkpoint_holds(checkpoint, entries):
            findings.append(f"checkpoint does not hold: {key}")
    return findings
