"""Makes what a careless source would send: photographs with faces, GPS, authors and thumbnails, a voice, and a PDF that names who made it; and looks into files.

Usage: leak-material.py make FOLDER     writes the material
       leak-material.py look FOLDER     prints each file below the folder that shows a pixel of a face or holds a piece of the voice
"""
import base64
import hashlib
import io
import re
import struct
import sys
import zipfile
from array import array
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

# A colour that no page, chart or letter of a dossier has, also after JPEG and after scaling down.
FACE = (236, 12, 196)
# Where each face is, in a photograph of 900 by 600 pixels; the redactions of leak-hunt.sh cover these.
FACES = {"petrenko_portrait": (120, 80, 260, 220), "кім_чхольсу_1": (400, 200, 560, 380), "김철수_사진": (640, 60, 800, 240)}


# Mono, 16 bits; from and to in seconds is what the voice says that must not be heard. The redaction of leak-hunt.sh covers it.
RATE, LENGTH, SECRET = 8000, 3, (1.0, 1.8)


def samples():
    state, out = 7, array("h")
    for _ in range(RATE * LENGTH):
        state = (state * 1103515245 + 12345) % 2147483648
        out.append(state // 65536 % 20000 - 10000)
    return out


def voice():
    """A recording that says of itself who made it, in a list of its own."""
    said = b"".join(kind + struct.pack("<I", len(text)) + text for kind, text in ((b"IART", b"Zoriana Melnychuk\0"), (b"ICMT", b"hidden caption in a voice\0")))
    data = samples().tobytes()
    parts = [b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, RATE, RATE * 2, 2, 16), b"LIST" + struct.pack("<I", 4 + len(said)) + b"INFO" + said, b"data" + struct.pack("<I", len(data)) + data]
    body = b"WAVE" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def photograph(box):
    picture = Image.new("RGB", (900, 600), (96, 124, 96))
    draw = ImageDraw.Draw(picture)
    for at in range(0, 900, 30):
        draw.line((at, 0, at, 600), fill=(120, 150, 120), width=4)
    draw.ellipse(box, fill=FACE)
    for at in range(box[1], box[3], 12):
        draw.line((box[0] + 30, at, box[2] - 30, at), fill=(200, 40, 220), width=4)
    return picture


def make(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, box in FACES.items():
        picture = photograph(box)
        picture.save(folder / f"{name}.jpg", quality=92)
        small = io.BytesIO()
        picture.resize((180, 120)).save(small, "JPEG", quality=80)
        (folder / f"{name}.thumb").write_bytes(small.getvalue())
    page = Image.new("RGB", (600, 800), (250, 250, 250))
    page.save(folder / "report.pdf", title="Report of Zoriana Melnychuk", author="Zoriana Melnychuk", producer="Secretpress 77", creator="Secretpress 77")
    (folder / "voice_petrenko.wav").write_bytes(voice())
    office(folder)


def packed(path, members):
    # Not squeezed, so that the hunt finds in it what it must find.
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for name, text in members.items():
            file.writestr(name, text)


def office(folder):
    """Minutes as an office program leaves them: author, manager, a comment, a sentence put in and one struck out, by name and hour."""
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    by = 'w:author="Zoriana Melnychuk" w:date="2025-01-11T10:00:00Z"'
    packed(folder / "minutes.docx", {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Zoriana Melnychuk</dc:creator><cp:lastModifiedBy>Tymofiy Vidredaktor</cp:lastModifiedBy></cp:coreProperties>',
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Secretpress 77</Application><Manager>Tymofiy Vidredaktor</Manager></Properties>',
        "word/comments.xml": f'<w:comments {word}><w:comment w:id="0" {by}><w:p><w:r><w:t>remark in the margin: ask Petrenko again</w:t></w:r></w:p></w:comment></w:comments>',
        "word/document.xml": f'<w:document {word}><w:body><w:p><w:r><w:t>Minutes.</w:t></w:r><w:ins w:id="1" {by}><w:r><w:t>sentence put in later</w:t></w:r></w:ins><w:del w:id="2" {by}><w:r><w:delText>sentence struck out</w:delText></w:r></w:del></w:p></w:body></w:document>',
    })
    packed(folder / "minutes.odt", {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "meta.xml": '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><office:meta><meta:initial-creator>Zoriana Melnychuk</meta:initial-creator><dc:creator>Tymofiy Vidredaktor</dc:creator></office:meta></office:document-meta>',
        "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Minutes. sentence put in later</text:p><office:annotation><text:p>remark in the margin</text:p></office:annotation></office:text></office:body></office:document-content>',
    })


def shows_face(data):
    """Whether one pixel has much red, little green and much blue. Each band becomes a mask, and the masks are joined, without a loop of ours."""
    try:
        red, green, blue = Image.open(io.BytesIO(data)).convert("RGB").split()
    except Exception:
        return False
    much_red = red.point(lambda value: 255 if value > 170 else 0)
    little_green = green.point(lambda value: 255 if value < 90 else 0)
    much_blue = blue.point(lambda value: 255 if value > 130 else 0)
    return ImageChops.darker(ImageChops.darker(much_red, little_green), much_blue).getbbox() is not None


def pictures_in(data):
    """Where each picture of a file may begin, and its bytes as far as the file goes."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff" or data[:2] in (b"P6", b"P5"):
        yield data
    # A picture inside another file: a thumbnail, a stream that was not packed, a page with its pictures in it.
    for found in re.finditer(rb"\xff\xd8\xff[\xe0-\xef\xdb]", data):
        if found.start() > 0:
            yield memoryview(data)[found.start():]
    for found in re.finditer(rb"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)", data):
        yield base64.b64decode(found.group(1))


def look(folder):
    """The same bytes lie in many places of a dossier (its bag holds all of it once more): each content is decoded once, and named wherever it is."""
    looked = 0
    known, voices = {}, {}
    first, last = (int(second * RATE) for second in SECRET)
    spoken = samples()
    # Twelve samples in a row, of each hundredth of a second: so many are never alike by chance.
    pieces = re.compile(b"|".join(re.escape(spoken[at:at + 12].tobytes()) for at in range(first, last - 12, RATE // 100)), re.DOTALL)
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        name = hashlib.sha256(data).digest()
        if name not in known:
            known[name] = False
            voices[name] = pieces.search(data) is not None
            for picture in pictures_in(data):
                looked += 1
                if shows_face(picture):
                    known[name] = True
                    break
        if voices[name]:
            print(f"a voice in {path.relative_to(folder)}")
        if known[name]:
            print(f"a face in {path.relative_to(folder)}")
    print(f"{looked} pictures looked at", file=sys.stderr)


if __name__ == "__main__":
    {"make": make, "look": look}[sys.argv[1]](Path(sys.argv[2]))
