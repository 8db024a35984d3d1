"""Tables behind the lines of a snapshot: FORMAT.md §6 and §8."""

import json
import struct

MAGIC = b"CORRHEAD"
CUT = 400


def read_tables(plain):
    """Content and tables of a padded snapshot; None when it is not padded as it must be, tables None when there are none."""
    if len(plain) < 4:
        return None
    (length,) = struct.unpack_from("<I", plain)
    end = 4 + length
    if end > len(plain):
        return None
    content = plain[4:end]
    if plain[end : end + len(MAGIC)] != MAGIC:
        return content, None, end
    (size,) = struct.unpack_from("<I", plain, end + len(MAGIC))
    base = end + len(MAGIC) + 4 + size
    directory = json.loads(plain[base - size : base])
    places = [place for table in directory["tables"] for place in places_of(table)] + directory["others"]
    used = max([base] + [base + at + count for at, count in places])
    if directory["v"] != 1:
        return content, None, used

    def part(place):
        return plain[base + place[0] : base + place[0] + place[1]]

    def numbers(place):
        return struct.unpack(f"<{place[1] // 4}I", part(place))

    def texts(ends, text):
        stops = numbers(ends)
        return [part(text)[start:stop].decode() for start, stop in zip((0,) + stops, stops)]

    def column(kind, parts):
        if kind == "text":
            return texts(*parts)
        words = texts(*parts[:2])
        of = [words[number] for number in numbers(parts[2])]
        if kind == "word":
            return of
        stops = numbers(parts[3])
        return [of[start:stop] for start, stop in zip((0,) + stops, stops)]

    def lines(starts, lengths):
        return [content[at : at + count].decode() for at, count in zip(numbers(starts), numbers(lengths))]

    tables = {
        table["name"]: {
            "rows": table["rows"],
            "keys": texts(*table["keys"]),
            "byKey": list(numbers(table["byKey"])),
            "lines": lines(*table["lines"]),
            "columns": {each["name"]: column(each["kind"], each["parts"]) for each in table["columns"]},
        }
        for table in directory["tables"]
    }
    return content, {"tables": tables, "others": lines(*directory["others"])}, used


def places_of(table):
    return table["keys"] + [table["byKey"]] + table["lines"] + [place for each in table["columns"] for place in each["parts"]]


def wrong_in(read, lines):
    """What tables say otherwise than the lines; empty when they say the same."""
    wrong = []
    told = list(read["others"])
    for name, table in read["tables"].items():
        told += table["lines"]
        objects = [json.loads(line) for line in table["lines"]]
        if table["rows"] != len(objects) or [key for _, key, _ in objects] != table["keys"] or any(of != name for of, _, _ in objects):
            wrong.append(f"{name}: keys")
        if sorted(range(len(objects)), key=lambda row: table["keys"][row].encode("utf-16-be")) != table["byKey"]:
            wrong.append(f"{name}: order of keys")
        for column, cells in table["columns"].items():
            if cells != [cell_of(column, value) for _, _, value in objects]:
                wrong.append(f"{name}: {column}")
    if sorted(told) != sorted(lines):
        wrong.append("lines")
    return wrong


def cell_of(column, value):
    if column == "begins":
        text = value["text"]
        return cut(text) if "asserterId" in value else cut(next((line for line in text.split("\n") if line.strip()), ""))
    if column == "evidenceIds":
        return [anchor["evidenceId"] for anchor in value["anchors"]]
    if column == "derivedFrom":
        return (value["derivedFrom"] or {}).get("evidenceId", "")
    return "" if value[column] is None else value[column]


def cut(text):
    units = text.encode("utf-16-le")[: 2 * CUT]
    return units.decode("utf-16-le", "ignore")
