"""Makes what a careless source would send: photographs with faces, GPS, authors and thumbnails, and a PDF that names who made it; and looks into pictures.

Usage: leak-material.py make FOLDER     writes the material
       leak-material.py look FOLDER     prints each picture below the folder that shows a pixel of a face
"""
import base64
import io
import re
import sys
from pathlib import Path

from PIL import Image, ImageDraw

# A colour that no page, chart or letter of a dossier has, also after JPEG and after scaling down.
FACE = (236, 12, 196)
# Where each face is, in a photograph of 900 by 600 pixels; the redactions of leak-hunt.sh cover these.
FACES = {"petrenko_portrait": (120, 80, 260, 220), "кім_чхольсу_1": (400, 200, 560, 380), "김철수_사진": (640, 60, 800, 240)}


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


def is_face(red, green, blue):
    return red > 170 and green < 90 and blue > 130


def shows_face(data):
    try:
        picture = Image.open(io.BytesIO(data)).convert("RGB")
    except Exception:
        return False
    return any(is_face(*pixel) for _, pixel in picture.getcolors(1 << 24) or [])


def pictures_in(path):
    data = path.read_bytes()
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff" or data[:2] in (b"P6", b"P5"):
        yield data
    # A picture inside another file: a thumbnail, a stream that was not packed, a page with its pictures in it.
    for start in (found.start() for found in re.finditer(rb"\xff\xd8\xff[\xe0-\xef\xdb]", data)):
        if start > 0:
            yield data[start:]
    for found in re.finditer(rb"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)", data):
        yield base64.b64decode(found.group(1))


def look(folder):
    looked = 0
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        for data in pictures_in(path):
            looked += 1
            if shows_face(data):
                print(f"a face in {path.relative_to(folder)}")
                break
    print(f"{looked} pictures looked at", file=sys.stderr)


if __name__ == "__main__":
    {"make": make, "look": look}[sys.argv[1]](Path(sys.argv[2]))
