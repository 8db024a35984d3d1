#!/usr/bin/env bash
# Checks every dossier below a folder with tools that know nothing of Corroborate, then breaks copies and expects them to notice.
# Usage: stock-tools.sh FOLDER    (needs sha256sum, openssl, ssh-keygen, minisign, qpdf, poppler-utils, exiftool)
set -euo pipefail
export LC_ALL=C.UTF-8
[ -d "${1:-}" ] || { echo "usage: $0 FOLDER" >&2; exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
checks=0
ok() { checks=$((checks + 1)); printf 'ok  %s\n' "$1"; }
fail() { printf 'FAILED  %s\n' "$1" >&2; exit 1; }

signer() { cut -d' ' -f1 "$1/allowed_signers"; }
signed() { ssh-keygen -Y verify -f "$1/allowed_signers" -I "$(signer "$1")" -n dossier -s "$1/manifest-sha256.txt.sig" < "$1/manifest-sha256.txt" >/dev/null 2>&1; }
second() { minisign -V -q -p "$1/minisign.pub" -m "$1/manifest-sha256.txt" >/dev/null 2>&1; }
intact() { (cd "$1" && sha256sum --strict -c manifest-sha256.txt >/dev/null 2>&1); }

check() {
  local dossier=$1 name
  name=$(basename "$dossier")
  intact "$dossier" || fail "$name: sha256sum -c"
  ok "$name: sha256sum -c finds every file as listed"
  signed "$dossier" || fail "$name: ssh-keygen -Y verify"
  ok "$name: ssh-keygen -Y verify accepts the signature"

  second "$dossier" || fail "$name: minisign"
  ok "$name: minisign accepts the second signature"
  sh "$dossier/verify.sh" > "$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fail "$name: its own verify.sh"; }
  ok "$name: its own verify.sh says verified"

  qpdf --check "$dossier/dossier.pdf" >"$scratch/qpdf" 2>&1 || { cat "$scratch/qpdf" >&2; fail "$name: qpdf --check"; }
  grep -qi warning "$scratch/qpdf" && fail "$name: qpdf --check warns"
  ok "$name: qpdf --check is clean"
  pdfinfo "$dossier/dossier.pdf" | grep -q '^Tagged: *yes' || fail "$name: the PDF is not tagged"
  ok "$name: pdfinfo reads a tagged PDF"
  pdffonts "$dossier/dossier.pdf" | tail -n +3 | awk '{ if ($(NF-4) != "yes") bad = 1; fonts++ } END { exit (bad || fonts == 0) }' || fail "$name: a font is not embedded"
  ok "$name: pdffonts finds every font embedded"
  # A filter must read all of its input, or the pipe breaks under pipefail.
  pdftotext "$dossier/dossier.pdf" "$scratch/text"
  grep -qP '\p{Cyrillic}' "$scratch/text" || fail "$name: no Cyrillic can be read out of the PDF"
  grep -qP '\p{Hangul}' "$scratch/text" || fail "$name: no Hangul can be read out of the PDF"
  ok "$name: pdftotext reads Cyrillic and Hangul"
  if exiftool -q -a -G1 -s "$dossier" -r -ext png -ext jpg 2>/dev/null | grep -E '^\[(GPS|XMP|IPTC|EXIF|IFD0|ExifIFD|MakerNotes)' ; then fail "$name: a picture carries metadata"; fi
  ok "$name: exiftool finds no metadata in any picture"

  while IFS= read -r file; do
    rm -rf "$scratch/copy"
    cp -r "$dossier" "$scratch/copy"
    flip "$scratch/copy/$file"
    case $file in
      manifest-sha256.txt) signed "$scratch/copy" && fail "$name: a changed manifest is still accepted" ;;
      manifest-sha256.txt.minisig) second "$scratch/copy" && fail "$name: a changed second signature is still accepted" ;;
      manifest-sha256.txt.sig) signed "$scratch/copy" && fail "$name: a changed signature is still accepted" ;;
      *) intact "$scratch/copy" && fail "$name: a changed $file is still accepted" ;;
    esac
  done < <(cd "$dossier" && find . -type f | sed 's|^\./||' | sort)
  ok "$name: one changed byte in any file is noticed"
}

# A custody log by its own script; then the proofs that a dossier carries: the signature of their checkpoint, by openssl alone.
check_log() {
  local log=$1 name lines byte at
  name=$(basename "$log")
  [ "$(wc -l < "$log/verify.sh")" -le 20 ] || fail "$name: verify.sh is longer than twenty lines"
  sh "$log/verify.sh" > "$scratch/said" 2>&1 || { cat "$scratch/said" >&2; fail "$name: verify.sh"; }
  ok "$name: verify.sh accepts $(wc -l < "$log/entries.jsonl") entries by openssl and sha256sum in $(wc -l < "$log/verify.sh") lines of shell"
  lines=$(wc -c < "$log/entries.jsonl")
  for at in 0 1 $((lines / 5)) $((lines / 3)) $((lines / 2)) $((lines * 2 / 3)) $((lines - 3)) $((lines - 1)); do
    rm -rf "$scratch/copy"
    cp -r "$log" "$scratch/copy"
    byte=$(od -An -tu1 -j "$at" -N1 "$log/entries.jsonl" | tr -d ' ')
    printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$scratch/copy/entries.jsonl" bs=1 seek="$at" conv=notrunc status=none
    sh "$scratch/copy/verify.sh" >/dev/null 2>&1 && fail "$name: byte $at of the entries changed, and verify.sh accepts it"
  done
  ok "$name: verify.sh finds one changed byte of the entries, wherever it was"
}

checkpoint_signed() {
  sed -n 1,3p "$1/custody/checkpoint" > "$scratch/note"
  sed -n '5s/.* //p' "$1/custody/checkpoint" | openssl base64 -d -A | tail -c 64 > "$scratch/sig"
  openssl pkeyutl -verify -pubin -inkey "$1/custody/pub.pem" -rawin -in "$scratch/note" -sigfile "$scratch/sig" >/dev/null 2>&1
}

check_carried() {
  local dossier=$1 name
  name=$(basename "$dossier")
  [ -d "$dossier/custody" ] || return 0
  checkpoint_signed "$dossier" || fail "$name: the signature of its custody checkpoint"
  rm -rf "$scratch/copy"
  cp -r "$dossier" "$scratch/copy"
  sed -i '2s/.*/1/' "$scratch/copy/custody/checkpoint"
  checkpoint_signed "$scratch/copy" && fail "$name: a changed custody checkpoint is still accepted"
  ok "$name: openssl accepts the signed checkpoint of its custody, and not a changed one"
}

# Changes one bit of a file, at a third of it: the middle of a minisign signature is the last letter of its Base64, two bits of which mean nothing to minisign.
flip() {
  local at byte
  at=$(($(stat -c %s "$1") / 3))
  byte=$(od -An -tu1 -j "$at" -N1 "$1" | tr -d ' ')
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}

found=0
while IFS= read -r manifest; do
  found=$((found + 1))
  check "$(dirname "$manifest")"
  check_carried "$(dirname "$manifest")"
done < <(find "$1" -name manifest-sha256.txt | sort)
[ "$found" -gt 0 ] || fail "no dossier below $1"
while IFS= read -r script; do
  [ ! -e "$(dirname "$script")/entries.jsonl" ] || check_log "$(dirname "$script")"
done < <(find "$1" -name verify.sh | sort)
echo "$checks checks of $found dossiers by stock tools passed"
