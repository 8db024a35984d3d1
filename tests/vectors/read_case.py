"""A second reader of case files, written from main/casefile/FORMAT.md alone.

    python3 read_case.py Name.case --passphrase-file FILE
    python3 read_case.py Name.case --passphrase-file FILE --key-file FILE
    python3 read_case.py Name.case --words-file FILE --word-list FILE        (a recovery code, or what an escrow file holds)
    python3 read_case.py Name.case --share FILE --share FILE --word-list FILE

Prints what the case holds as JSON, `--objects` with every object. Exit status: 0 sound, 1 opened but damaged, 2 refused.
Needs Debian's python3-cryptography and python3-argon2. The word list is BIP 39's English one, a word a line.
"""

import argparse
import hashlib
import json
import os
import re
import sys

sys.dont_write_bytecode = True

from reader.blobs import check_blobs  # noqa: E402
from reader.custody import check_custody  # noqa: E402
from reader.index import read_index  # noqa: E402
from reader.header import password_of_key_file, password_of_passphrase, password_of_shares, password_of_words, unlock  # noqa: E402
from reader.log import NAME as SEGMENT, ZERO, read_segments, trace_trunk  # noqa: E402
from reader.seal import Refused, context, padme, subkey, u32, unseal  # noqa: E402
from reader.tables import read_tables, wrong_in  # noqa: E402
from reader.words import join_shares, paper_words, secret_of_words, share_of_words  # noqa: E402

SNAPSHOT = re.compile(r"^(\d{8})-[0-9a-f]{8}$")
COLLECTIONS = ("meta", "sources", "evidence", "claims", "links", "notes", "entities", "dossiers", "boards", "filters", "searches", "watches", "custody", "signers", "checkpoints")
KNOWN = {"case.a", "case.b", "log", "snap", "blob", "escrow", "index", "BACKUP", "README.txt", "LOCK"}


def read_snapshot(folder, name, case_key, case_id):
    with open(os.path.join(folder, "snap", name), "rb") as file:
        plain = unseal(subkey(case_key, "snapshot"), context("snapshot", case_id, u32(int(name[:8]))), file.read())
    read = read_tables(plain) if plain is not None else None
    if read is None or len(plain) != padme(max(1024, read[2])) or any(plain[read[2] :]):
        return None
    text, tables, _ = read
    first, *lines = text.decode().split("\n")
    head = json.loads(first)
    wrong = wrong_in(tables, [line for line in lines if line]) if tables else []
    if wrong:
        raise Refused(f"tables of a snapshot say otherwise than its lines: {wrong}")
    return (head, [json.loads(line) for line in lines if line]) if head["v"] == 1 else None


def newest_snapshot(folder, case_key, case_id, findings):
    newest = None
    for name in sorted(filter(SNAPSHOT.match, os.listdir(os.path.join(folder, "snap"))), reverse=True):
        read = read_snapshot(folder, name, case_key, case_id)
        if read is None:
            findings.append(f"snapshot unusable: {name}")
        elif newest is None:
            newest = read
    return newest or ({"head": ZERO, "seq": 0, "segmentNumber": 0, "generation": 0, "closed": False}, [])


def replay(lines, records):
    state = {collection: {} for collection in COLLECTIONS}
    for collection, key, value in lines:
        if collection == "layout":
            raise Refused(f"newer layout of records: {value}")
        state[collection][key] = value
    for record in records:
        if record["t"] != "tx":
            continue
        if record["body"].get("v", 1) != 1:
            raise Refused(f"newer layout of records: {record['body']['v']}")
        for op in record["body"]["ops"]:
            if "put" in op:
                state[op["put"]][op["id"]] = op["value"]
            else:
                state[op["del"]].pop(op["id"], None)
        for entry in record["body"]["custody"]:
            state["custody"][f"{entry['seq']:010d}"] = entry
    return state


def cited_blobs(evidence):
    for item in evidence.values():
        yield item["blob"]
        picture = item["picture"] or {}
        for part in (item["text"], item["page"], picture.get("display"), picture.get("figure")):
            if part:
                yield part["blob"]


def read_case(folder, password):
    header, case_key, slot, table, findings = unlock(folder, password)
    snapshot, lines = newest_snapshot(folder, case_key, header.case_id, findings)
    segments = read_segments(folder, subkey(case_key, "log"), header.case_id)
    trunk, aside = trace_trunk(segments, snapshot["head"], snapshot["segmentNumber"])
    findings += aside
    if not trunk and snapshot["head"] == ZERO:
        raise Refused("nothing of the log or of a snapshot can be read")
    records = [record for segment, first, last in trunk for record in segment.records[first : last + 1]]
    if trunk and trunk[-1][0].later:
        # After damage the later transactions still hold by themselves.
        records += trunk[-1][0].later
    for segment in segments:
        if segment.end == "damaged" or segment.outside:
            findings.append(f"segment damaged: {segment.name}")
    generation = max([snapshot["generation"]] + [record["generation"] for record in records if "generation" in record])
    if generation > header.generation:
        findings.append("header older than the log")
    ended = records[-1]["t"] == "close" and trunk[-1][0].end == "clean" if records else snapshot["closed"]
    if not ended:
        findings.append("info: unclean end")
    state = replay(lines, records)
    findings += check_custody(state)
    blobs, damaged = check_blobs(folder, case_key, header.case_id)
    findings += damaged
    findings += [f"blob missing: {name}" for name in sorted(set(cited_blobs(state["evidence"])) - set(blobs)) if f"blob damaged: {name}" not in damaged]
    strange = [name for name in os.listdir(folder) if name not in KNOWN and not name.endswith(".part")]
    for inside, known in (("log", SEGMENT), ("snap", SNAPSHOT)):
        strange += [f"{inside}/{n}" for n in os.listdir(os.path.join(folder, inside)) if not known.match(n) and not n.endswith(".part")]
    findings += [f"info: unknown file: {name}" for name in sorted(strange)]
    report = {
        "caseId": header.case_id.hex(),
        "generation": header.generation,
        "slot": slot,
        "slots": table,
        "head": trunk[-1][0].heads[trunk[-1][2]] if trunk else snapshot["head"],
        "seq": max([snapshot["seq"]] + [record["seq"] for record in records if record["t"] == "tx"]),
        "frames": sum(len(segment.records) for segment in segments),
        "counts": {collection: len(objects) for collection, objects in state.items()},
        "blobs": blobs,
        "index": read_index(folder, case_key, header.case_id, findings),
        "findings": findings,
    }
    return report, state


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def password_from(asked):
    word_list = text_of(asked.word_list).split() if asked.word_list else []
    if asked.share:
        return password_of_shares(join_shares([share_of_words(paper_words(text_of(path)), word_list) for path in asked.share]))
    if asked.words_file:
        return password_of_words(secret_of_words(paper_words(text_of(asked.words_file)), word_list))
    passphrase = text_of(asked.passphrase_file)
    if asked.key_file is None:
        return password_of_passphrase(passphrase)
    with open(asked.key_file, "rb") as file:
        return password_of_key_file(passphrase, file.read())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--passphrase-file")
    parser.add_argument("--key-file")
    parser.add_argument("--words-file")
    parser.add_argument("--share", action="append")
    parser.add_argument("--word-list")
    parser.add_argument("--objects", action="store_true")
    asked = parser.parse_args()
    try:
        report, state = read_case(asked.folder, password_from(asked))
    except Refused as reason:
        print(json.dumps({"refused": str(reason)}))
        return 2
    if asked.objects:
        report["objects"] = state
    print(json.dumps(report))
    return 1 if any(not finding.startswith("info: ") for finding in report["findings"]) else 0


if __name__ == "__main__":
    sys.exit(main())
