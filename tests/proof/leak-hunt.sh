#!/usr/bin/env bash
# Hunts with stock tools through a public dossier in every format for what must not leave, then through the same case
# exported for the team, where the same hunt has to find all of it.
# Usage: leak-hunt.sh    (needs exiftool, poppler-utils, qpdf, unzip, binutils, python3-pil; the build in out/)
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CORROBORATE_PASSPHRASE='nothing in this case is secret' CORROBORATE_STATE="$scratch/state"
case="$scratch/hunt.case"
material="$scratch/material"
corroborate() { node tests/engine/corroborate.mjs "$@"; }
fail() { printf 'FAILED  %s\n' "$1" >&2; exit 1; }

# What may be nowhere: names of three people at risk in their spellings, their file names, where they were, who took the pictures, what made the
# files, who wrote and changed the office documents, what was remarked in them, put in and struck out.
words=(
  Petrenko Петренко Кім Чхольсу Chol-su 김철수 petrenko_portrait кім_чхольсу 김철수_사진
  51.730417 36.192633 '51 deg 43' '36 deg 11' 'Zoriana' Melnychuk Secretpress SN-4410-77 'Ghost Optics' 'hidden caption' Vidredaktor 'remark in the margin' 'sentence put in' 'sentence struck'
)
# Paths of this machine: the folder of the program, of the user, of this run, and what the folders are called.
machine=("$PWD" "$scratch" "$(basename "$scratch")" hunt.case)
# The name of a machine and of a home are looked for where nothing else is called so.
if [ "${#HOME}" -gt 4 ]; then machine+=("$HOME/"); fi
if [[ "$(hostname)" =~ ^.*[0-9-].*$ ]] && [ "$(hostname | wc -c)" -gt 8 ]; then machine+=("$(hostname)"); fi

make_material() {
  /usr/bin/python3 tests/proof/leak-material.py make "$material"
  for photo in "$material"/*.jpg; do
    exiftool -q -overwrite_original "-ThumbnailImage<=${photo%.jpg}.thumb" \
      -GPSLatitude=51.730417 -GPSLatitudeRef=N -GPSLongitude=36.192633 -GPSLongitudeRef=E -GPSAltitude=171 \
      -EXIF:Artist='Zoriana Melnychuk' -EXIF:OwnerName='Zoriana Melnychuk' -EXIF:SerialNumber=SN-4410-77 -EXIF:Make='Ghost Optics' -EXIF:Software='Secretpress 77' \
      -XMP-dc:Creator='Zoriana Melnychuk' -XMP-dc:Description='hidden caption' -XMP-exif:GPSLatitude=51.730417 -XMP-exif:GPSLongitude=36.192633 \
      -IPTC:By-line='Zoriana Melnychuk' -IPTC:Caption-Abstract='hidden caption' -Comment='hidden caption' "$photo"
  done
  rm "$material"/*.thumb
}

# Ids of what a command took in, in its order.
taken() { node -e 'for (const { id } of JSON.parse(require("fs").readFileSync(0, "utf8"))) console.log(id)'; }

make_case() {
  corroborate new "$case" --title 'A hunt' >/dev/null 2>"$scratch/said" || { cat "$scratch/said" >&2; exit 1; }
  corroborate entity add "$case" --kind person --name 'Oleksandr Petrenko' --name 'Олександр Петренко' --name Petrenko --name Петренко --role 'captive 1' >/dev/null
  corroborate entity add "$case" --kind person --name 'Кім Чхольсу' --name 'Kim Chol-su' --name 김철수 --role 'captive 2' >/dev/null
  corroborate entity add "$case" --kind person --name 'Zoriana Melnychuk' --name Melnychuk --role 'the photographer' >/dev/null
  # In the order of the alphabet by bytes: first the Latin name, then the Cyrillic, then the Hangul one, then the report.
  local ids regions=(110,70,160,160 390,190,180,200 630,50,180,200) at
  mapfile -t ids < <(corroborate import "$case" "$material"/petrenko*.jpg "$material"/кім*.jpg "$material"/김*.jpg "$material/report.pdf" --url https://leak.example/petrenko_portrait --json | taken)
  # Office documents with authors, a comment and tracked changes: not marked, so they are exhibits of the public edition too.
  [ "$(corroborate import "$case" "$material"/minutes.* --json | taken | wc -l)" -eq 2 ] || fail 'the office documents were not taken in'
  [ "${#ids[@]}" -eq 4 ] || fail "${#ids[@]} of 4 files were taken in"
  for at in 0 1 2; do
    corroborate mark "$case" "${ids[at]}" --at-risk captive >/dev/null
    corroborate redact picture "$case" "${ids[at]}" --region "${regions[at]}" --reason 'a face' --legal-basis 'Geneva Convention III, article 13' >/dev/null
  done
  # A voice, of which what must not be heard is silenced.
  mapfile -t voices < <(corroborate import "$case" "$material"/voice*.wav --json | taken)
  corroborate mark "$case" "${voices[0]}" --at-risk captive >/dev/null
  corroborate redact recording "$case" "${voices[0]}" --silence 1-1.8 --reason 'a name is said' >/dev/null
  corroborate claim add "$case" --text 'The picture petrenko_portrait.jpg shows Oleksandr Petrenko and Кім Чхольсу (김철수).' --asserter 'Oleksandr Petrenko' --evidence "${ids[0]}" >/dev/null
  corroborate claim add "$case" --text 'PETRENKO was seen with kim_chol_su and 김철수.' --asserter 'Кім Чхольсу' --evidence "${ids[3]}" >/dev/null
}

# Everything that is packed into files, laid open beside them.
lay_open() {
  local file at=$1
  find "$at" -type f \( -name '*.docx' -o -name '*.xlsx' \) -print0 | while IFS= read -r -d '' file; do unzip -q -o "$file" -d "$file.open"; done
  find "$at" -type f -name '*.pdf' -print0 | while IFS= read -r -d '' file; do
    mkdir -p "$file.open"
    pdfimages -all "$file" "$file.open/picture"
    pdfimages "$file" "$file.open/pixels"
    pdftotext "$file" "$file.open/text.txt"
    pdfinfo "$file" > "$file.open/info.txt"
    pdfdetach -saveall -o "$file.open" "$file" >/dev/null
    qpdf --qdf --object-streams=disable --stream-data=uncompress "$file" "$file.open/whole.pdf" 2>/dev/null || true
  done
}

# Prints what it finds, one line for each word and layer.
hunt() {
  local at=$1 word
  exiftool -q -a -u -ee -G1 -r "$at" > "$scratch/exif" 2>/dev/null || true
  # Names of folders above the dossier are said by exiftool itself.
  grep -avE '(======== |Directory  )' "$scratch/exif" > "$scratch/exif.said" || true
  find "$at" -type f -exec strings -a -n 4 {} + > "$scratch/strings"
  find "$at" -type f -exec strings -a -n 4 -e l {} + > "$scratch/strings.wide"
  (cd "$at" && find . -type f) > "$scratch/names"
  for word in "${words[@]}" "${machine[@]}"; do
    for layer in exif.said strings strings.wide names; do
      if grep -aqiF -- "$word" "$scratch/$layer"; then printf '%s (%s)\n' "$word" "$layer"; fi
    done
    # Cyrillic and Hangul are no strings to strings(1); percent-encoded and in UTF-16 they look otherwise.
    if grep -raqiF -- "$word" "$at"; then printf '%s (bytes)\n' "$word"; fi
    local percent wide
    percent=$(printf '%s' "$word" | od -An -tx1 | tr -d ' \n' | sed 's/../%&/g')
    if grep -raqiF -- "$percent" "$at"; then printf '%s (percent-encoded)\n' "$word"; fi
    wide=$(printf '%s' "$word" | iconv -t UTF-16BE | od -An -tx1 | tr -d ' \n')
    if grep -raqiF -- "$wide" "$at"; then printf '%s (UTF-16 in hexadecimal)\n' "$word"; fi
  done
  /usr/bin/python3 tests/proof/leak-material.py look "$at"
}

make_material
make_case
corroborate dossier "$case" --profile public --format all --out "$scratch/public" >/dev/null
corroborate dossier "$case" --profile team --format all --out "$scratch/team" >/dev/null
for edition in public team; do lay_open "$scratch/$edition"; done

hunt "$scratch/public" > "$scratch/found"
if [ -s "$scratch/found" ]; then cat "$scratch/found" >&2; fail 'the public dossier tells what it must not'; fi
pictures=$(find "$scratch/public" -type f -name 'E*.jpg' -o -name 'E*.png' | wc -l)
[ "$pictures" -ge 6 ] || fail "only $pictures pictures in the public dossier: nothing was hunted"
recordings=$(find "$scratch/public/exhibits" -name '*.wav' | wc -l)
[ "$recordings" -eq 1 ] || fail "$recordings recordings in the public dossier: the voice was not hunted"
echo "ok  nothing of ${#words[@]} words, ${#machine[@]} paths and three faces and a voice is in $(find "$scratch/public" -type f | wc -l) files and parts of the public dossier"

# The hunt can fail: in the edition for the team, beside the material as it came in and a file that names this machine, it finds each of them.
mkdir "$scratch/team/as-it-came"
cp "$material"/* "$scratch/team/as-it-came"
printf '%s\n' "${machine[@]}" > "$scratch/team/as-it-came/log.txt"
hunt "$scratch/team" > "$scratch/found"
for word in "${words[@]}" "${machine[@]}"; do grep -qF -- "$word (" "$scratch/found" || fail "the hunt does not find $word where it is"; done
grep -q 'a voice in as-it-came/voice' "$scratch/found" || fail 'the hunt hears no voice where one is'
for place in as-it-came/ exhibits/ vault/pictures/ dossier.html dossier.pdf.open/ dossier.docx.open/; do
  grep -q "a face in $place" "$scratch/found" || fail "the hunt sees no face in $place where one is"
done
echo "ok  the same hunt finds every one of them in the edition for the team and in the material"
