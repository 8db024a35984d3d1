"""FORMAT.md §13: the search index, every layer opened and every list taken apart."""

import json
import os
import re
import struct
import uuid

from .seal import context, padme, subkey, u32, unseal

NAME = re.compile(r"^(\d{8})-([0-9a-f]{8})$")
MAGIC = 0x47455343


def up_to_4(length):
    return (length + 3) // 4 * 4


def read_layer(path, name, case_key, case_id):
    """What a layer says of itself, and its segment; None when it is not as it was sealed."""
    number, chance = NAME.match(name).groups()
    with open(path, "rb") as file:
        plain = unseal(subkey(case_key, "index"), context("index", case_id, u32(int(number)) + bytes.fromhex(chance)), file.read())
    if plain is None or len(plain) < 4:
        return None
    (length,) = struct.unpack_from("<I", plain)
    head = json.loads(plain[4 : 4 + length].decode())
    end = 4 + length + head["bytes"]
    if head["v"] != 1 or length % 4 or len(plain) != padme(max(4096, end)) or any(plain[end:]):
        return None
    return head, plain[4 + length : end]


def numbers_of(data):
    value = shift = 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield value
            value = shift = 0


def read_segment(data):
    """Documents of each word with the places, the ids and what is gone."""
    magic, version, documents, gone, words, sounds, text_bytes, document_bytes, place_bytes, places = struct.unpack_from("<10I", data)
    if (magic, version) != (MAGIC, 2) or any(data[40:64]):
        raise ValueError("no segment")
    at = 64

    def part(length):
        nonlocal at
        at += length
        return data[at - length : at]

    def ids(count):
        return [str(uuid.UUID(bytes=part(16))) for _ in range(count)]

    def run(count):
        return struct.unpack(f"<{count}I", part(4 * count))

    known, lost = ids(documents), ids(gone)
    lengths = part(documents)
    at = up_to_4(at)
    text_ends, document_ends, place_ends, by_sound = run(words), run(words), run(words), run(sounds)
    text = part(text_bytes)
    at = up_to_4(at)
    lists, all_places = part(document_bytes), part(place_bytes)
    if at != len(data) or known != sorted(known) or lost != sorted(lost) or len(set(by_sound)) != sounds or len(lengths) != documents:
        raise ValueError("parts do not fit")

    found, total, previous = {}, 0, b""
    for word in range(words):
        start = [ends[word - 1] if word else 0 for ends in (text_ends, document_ends, place_ends)]
        spelled = text[start[0] : text_ends[word]].decode()
        if spelled.encode("utf-16-be") <= previous:
            raise ValueError("words out of order")
        previous = spelled.encode("utf-16-be")
        said = numbers_of(lists[start[1] : document_ends[word]])
        steps = numbers_of(all_places[start[2] : place_ends[word]])
        document, there = 0, {}
        for _ in range(next(said)):
            step = next(said)
            document += step >> 1
            times = next(said) if step & 1 else 2
            fields, weight = (next(said), next(said)) if times & 1 else (4, times // 2)
            if not 0 < fields < 16 or weight < times // 2:
                raise ValueError("fields and weight do not fit")
            place, at_places = 0, []
            for _ in range(times // 2):
                place += next(steps)
                at_places.append(place)
            there[known[document]] = at_places
            total += len(at_places)
        if next(said, None) is not None or next(steps, None) is not None:
            raise ValueError("lists do not end with their word")
        found[spelled] = there
    # A merged segment tells lengths as their bytes do, a thirty-second of an octave off at most.
    if abs(total - places) > places / 32 + documents:
        raise ValueError("places do not add up")
    return found, known, lost


def read_index(folder, case_key, case_id, findings):
    """The index as a whole: where it stands, and for each word the objects that hold it. None where there is none."""
    place = os.path.join(folder, "index")
    names = sorted(filter(NAME.match, os.listdir(place))) if os.path.isdir(place) else []
    read = {name: read_layer(os.path.join(place, name), name, case_key, case_id) for name in names}
    findings += [f"info: search index unusable: {name}" for name, layer in read.items() if layer is None]
    if not names or read[names[-1]] is None:
        return None
    head = read[names[-1]][0]
    order = [name or names[-1] for name in head["layers"]]
    if any(read.get(name) is None for name in order):
        return None
    words, standing = {}, set()
    for name in order:
        found, known, lost = read_segment(read[name][1])
        for ids in words.values():
            ids.difference_update(known, lost)
        standing = (standing - set(lost)) | set(known)
        for word, there in found.items():
            words.setdefault(word, set()).update(there)
    return {"head": head["head"], "unread": head["unread"], "objects": sorted(standing), "words": {word: sorted(ids) for word, ids in words.items() if ids}}
