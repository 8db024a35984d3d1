"""FORMAT.md §5: segments, frames, the graph they form, and the trunk of it."""

import hashlib
import json
import os
import re
import struct

from .seal import Refused, context, u32, unpad, unseal

NAME = re.compile(r"^(\d{8})-([0-9a-f]{32})\.seg$")
ZERO = "0" * 64


def crc32c(data):
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
    return value ^ 0xFFFFFFFF


class Segment:
    def __init__(self, name, raw, log_key, case_id):
        self.name, self.number = name, int(NAME.match(name).group(1))
        self.raw, self.key, self.case_id = raw, log_key, case_id
        self.solid = len(raw.rstrip(b"\0"))
        self.id = raw[8:24]
        self.records, self.heads, self.open, self.later = [], [], None, []
        self.outside = len(raw) >= 64 and raw[:64] != b"CORROLOG" + self.id + bytes(40)
        self.outside = self.outside or not name[9:41] == self.id.hex()
        self.end = self.read()

    def head_at(self, at):
        """Length of the sealed record and index, when a frame may begin here."""
        head = self.raw[at : at + 16]
        if len(head) < 16 or head[:4] != b"CFRM" or struct.unpack_from("<I", head, 12)[0] != crc32c(head[:12]):
            return None
        return struct.unpack_from("<II", head, 4)

    def frame(self, at):
        """(index, record, hash, next) of an authentic frame here, 'cut' when the file ends first, else None."""
        found = self.head_at(at)
        if found is None:
            return None
        length, index = found
        end = at + 16 + length
        if end > len(self.raw):
            return "cut"
        plain = unseal(self.key, context("frame", self.case_id, self.id, u32(index)), self.raw[at + 16 : end])
        text = unpad(plain, 256) if plain is not None else None
        if text is None:
            return None
        following = -(-end // 64) * 64
        if any(self.raw[end:following]):
            self.outside = True
        return index, json.loads(text.decode()), hashlib.sha256(self.raw[at:end]).digest(), following

    def read(self):
        at, previous, head = 64, bytes(32), None
        while at < len(self.raw):
            if at > 64 and at >= self.solid:
                # Room made ahead; behind a close record there is none.
                self.outside = self.outside or self.records[-1]["t"] == "close"
                return "roomy"
            frame = self.frame(at)
            if frame is None or frame == "cut":
                break
            index, record, digest, following = frame
            if index != len(self.records) or record["prev"] != previous.hex() or (record["t"] == "open") != (index == 0):
                break
            if index == 0:
                if record["number"] != self.number:
                    break
                self.open, head = record, bytes.fromhex(record["prevHead"])
            previous, head = digest, hashlib.sha256(head + digest).digest()
            self.records.append(record)
            self.heads.append(head.hex())
            at = following
        else:
            if len(self.raw) >= 64:
                return "clean"
        whole_heads = False
        for place in range(-(-at // 64) * 64, self.solid, 64):
            found = self.head_at(place)
            if found is None or place + 16 + found[0] > len(self.raw):
                continue
            whole_heads = True
            frame = self.frame(place)
            if frame not in (None, "cut") and frame[0] > len(self.records):
                self.later.append(frame[1])
        return "damaged" if whole_heads or self.later else "torn"


def read_segments(folder, log_key, case_id):
    names = sorted(name for name in os.listdir(os.path.join(folder, "log")) if NAME.match(name))
    segments = []
    for name in names:
        with open(os.path.join(folder, "log", name), "rb") as file:
            segments.append(Segment(name, file.read(), log_key, case_id))
    for segment in segments:
        if segment.open is not None and segment.open["needs"]:
            raise Refused("newer format: needs " + ", ".join(segment.open["needs"]))
    return segments


def trace_trunk(segments, base_head, base_number):
    """Stretches (segment, first frame, last frame) of the trunk, and findings. Every path from the base is followed to its leaf."""
    by_head = {}
    for segment in segments:
        if segment.open is not None:
            by_head.setdefault(segment.open["prevHead"], []).append(segment)
    leaves, reached = [], set()
    starts = [([], child, 0) for child in by_head.get(base_head, [])]
    for segment in segments:
        if base_head in segment.heads[:-1]:
            starts.append(([], segment, segment.heads.index(base_head) + 1))
    while starts:
        path, segment, first = starts.pop()
        if any(segment is step[0] for step in path):
            continue
        reached.add(segment.name)
        # A segment may continue from any frame of this one; the frames past that point then do not count.
        for last in range(max(first - 1, 0), len(segment.records)):
            children = by_head.get(segment.heads[last], [])
            starts += [(path + [(segment, first, last)], child, 0) for child in children]
            if last == len(segment.records) - 1 and not children:
                leaves.append(path + [(segment, first, last)])
    edits = lambda path: sum(1 for seg, a, b in path for record in seg.records[a : b + 1] if record["t"] == "tx")
    leaves.sort(key=lambda path: (-path[-1][0].number, -edits(path), path[-1][0].name))
    trunk = leaves[0] if leaves else []
    return trunk, side_findings(segments, trunk, reached, base_number)


def side_findings(segments, trunk, reached, base_number):
    findings = []
    place = {step[0].name: index for index, step in enumerate(trunk)}
    writers = {step[0].open["writer"] for step in trunk}
    for segment in segments:
        if segment.open is None:
            continue
        if segment.name not in reached:
            if segment.number > base_number:
                findings.append(f"lost before: {segment.name}")
            continue
        at = place.get(segment.name)
        rest = segment.records[0 if at is None else trunk[at][2] + 1 :]
        if not any(record["t"] == "tx" for record in rest):
            continue
        writer = segment.open["writer"]
        same = writer in writers if at is None else at + 1 < len(trunk) and trunk[at + 1][0].open["writer"] == writer
        findings.append(f"info: superseded frames: {segment.name}" if same else f"fork: {segment.name}")
    return findings
