#!/usr/bin/env bash
# Every outside validator that Debian and npm have, on the dossiers given; then on broken copies, which each must refuse.
# Usage: validators.sh DOSSIER…    Nothing is skipped: a tool that is missing is a failure.
set -euo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "$0")" && pwd)
published=$(for place in "$here/../../../shared/validators" "$here/../../../../shared/validators"; do [ -d "$place" ] && (cd "$place" && pwd) && break; done) || true
[ -n "$published" ] || { echo "../shared/validators is not there" >&2; exit 2; }
vnu=$here/../../node_modules/vnu-jar/build/dist/vnu.jar
preflight=$(ls /usr/share/java/{preflight,pdfbox2,xmpbox,fontbox2,commons-logging,commons-io,javax.activation,jaxb-api,jaxb-runtime}.jar | tr '\n' ':')
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$#" -gt 0 ] || { echo "which dossiers?" >&2; exit 2; }
dossiers=()
for each in "$@"; do dossiers+=("$(cd "$each" && pwd)"); done

checks=0
fail() { printf 'FAILED  %s\n' "$1" >&2; [ ! -s "$scratch/said" ] || head -20 "$scratch/said" >&2; exit 1; }
# accepts WHAT FILE VALIDATOR: the validator is a function of one file.
accepts() { "$3" "$2" > "$scratch/said" 2>&1 || fail "$1 by $3"; checks=$((checks + 1)); }
# refuses WHAT BROKEN VALIDATOR
refuses() { if "$3" "$2" > "$scratch/said" 2>&1; then fail "$3 accepts a broken copy of $1"; fi; checks=$((checks + 1)); }
# broken FILE SED-SCRIPT: a copy broken by sed, and that it is.
broken() {
  mkdir -p "$scratch/broken"
  sed "$2" "$1" > "$scratch/broken/$(basename "$1")"
  if cmp -s "$1" "$scratch/broken/$(basename "$1")"; then fail "$1 was not broken"; fi
}
both() { accepts "$1" "$2" "$3"; broken "$2" "$4"; refuses "$1" "$scratch/broken/$(basename "$2")" "$3"; }
half() { mkdir -p "$scratch/broken"; head -c $(($(stat -c %s "$1") / 2)) "$1" > "$scratch/broken/half-$(basename "$1")"; }

v_qpdf() { qpdf --check "$1" > "$scratch/qpdf" 2>&1 && ! grep -qi warning "$scratch/qpdf"; }
# A filter must read all of its input, or the pipe breaks under pipefail: so through files.
# ISO 32000-1, table 343, lets the four borders of a cell have colours of their own, in an array that poppler does not know.
v_poppler() {
  pdfinfo -struct "$1" > "$scratch/struct" 2> "$scratch/poppler" && grep -q '^Document' "$scratch/struct" || return 1
  pdffonts "$1" 2>> "$scratch/poppler" | awk 'NR > 2 { if ($(NF-4) != "yes") bad = 1; fonts++ } END { exit (bad || fonts == 0) }' || return 1
  pdftotext "$1" "$scratch/text" 2>> "$scratch/poppler" && grep -q . "$scratch/text" || return 1
  ! grep -v 'Attribute BorderColor value is of wrong type (array)' "$scratch/poppler"
}
v_attached() { pdfdetach -list "$1" > "$scratch/attached" && grep -q '^1: case.json' "$scratch/attached"; }
# PDFBox knows PDF/A-1b only, so a PDF/A-3a with an attachment has refusals that are none: destinations as named arrays, the embedded file
# (twice), the mark of PDF/UA, arrays of more than 8,191 (a limit of PDF 1.4), soft masks of pictures. Any other code is new and has to be
# looked at. It refuses a profile of ICC 4 at each word that is set, and gives up after 10,000 refusals: it is given a copy that says ICC 2.
preflight_known='1\.0\.2|1\.2\.3|1\.2\.9|1\.4\.7|2\.2\.2|7\.3'
v_preflight() {
  qpdf --stream-data=uncompress --newline-before-endstream "$1" "$scratch/icc.pdf" > "$scratch/preflight" 2>&1 || return 1
  perl -0777 -pe 's/\x04(...mntrRGB XYZ )/\x02$1/gs' "$scratch/icc.pdf" > "$scratch/icc2.pdf"
  java -XX:+UseSerialGC -cp "$preflight" org.apache.pdfbox.preflight.Validator_A1b "$scratch/icc2.pdf" > "$scratch/preflight" 2>&1 || true
  grep -qE 'is (not )?a valid PDF/A-1b file' "$scratch/preflight" || return 1
  { grep -oE '^-?[0-9]+(\.[0-9]+)* :' "$scratch/preflight" || true; } | sort -u | { ! grep -vxE "(${preflight_known}) :"; }
}
v_csvclean() { (cd "$scratch" && rm -f ./*_err.csv && csvclean -n "$1" > clean 2>&1 && grep -q 'No errors' clean); }
v_openpyxl() { /usr/bin/python3 "$here/read-workbook.py" "$1"; }
v_pandoc_bib() { pandoc -f biblatex -t csljson "$1" > "$scratch/csl" && [ "$(jq_length "$scratch/csl")" -eq "$(grep -c '^@' "$1")" ]; }
v_pandoc_csl() { pandoc -f csljson -t biblatex "$1" > "$scratch/bib" && grep -q '^@' "$scratch/bib"; }
jq_length() { node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).length' "$1"; }
v_bib2xml() { bib2xml "$1" > "$scratch/mods" 2> "$scratch/mods-said" && [ ! -s <(grep -v '^bib2xml: Processed' "$scratch/mods-said") ] && [ "$(grep -c '<mods ' "$scratch/mods")" -eq "$(grep -c '^  title = ' "$1")" ]; }
v_ris2xml() { ris2xml "$1" > "$scratch/mods" 2> "$scratch/mods-said" && [ "$(grep -c '<mods ' "$scratch/mods")" -eq "$(grep -c '^ER  -' "$1")" ] && [ "$(grep -c '^TY  -' "$1")" -eq "$(grep -c '^ER  -' "$1")" ]; }
v_biber() { (cd "$scratch" && biber --tool --validate-datamodel --nolog --output-file "$scratch/biber.bib" "$1" > biber 2>&1 && ! grep -qE '^(WARN|ERROR)' biber); }
v_ogrinfo() { ogrinfo -so -al "$1" > "$scratch/ogr" 2>&1 && ! grep -qiE 'error|warning' "$scratch/ogr"; }
v_wellformed() { xmllint --noout --nonet "$1"; }
v_gexf() { xmllint --noout --nonet --schema "$published/gexf/gexf.xsd" "$1"; }
v_networkx() { /usr/bin/python3 "$here/read-graph.py" "$1"; }
v_bag() { (cd "$1" && sha256sum --strict --quiet -c tagmanifest-sha256.txt manifest-sha256.txt && signed "$1" tagmanifest-sha256.txt && [ "$(grep -oE '[0-9]+$' bag-info.txt | tail -1)" -eq "$(find data -type f | wc -l)" ]); }
signed() { ssh-keygen -Y verify -f "$1/allowed_signers" -I "$(cut -d' ' -f1 "$1/allowed_signers")" -n dossier -s "$1/$2.sig" < "$1/$2"; }
v_sshsig() { signed "$1" manifest-sha256.txt; }
v_minisign() { minisign -V -q -p "$1/minisign.pub" -m "$1/manifest-sha256.txt"; }

# Many files in one program: its start costs more than a file. Every sound one has to come through, no broken one may.
job_office() {
  local d n form
  mkdir -p "$scratch/in"
  for d in "${dossiers[@]}"; do
    n=$(basename "$d")
    for form in docx xlsx; do
      cp "$d/dossier.$form" "$scratch/in/$n.$form"
      half "$d/dossier.$form" && mv "$scratch/broken/half-dossier.$form" "$scratch/in/half-$n.$form"
    done
  done
  for form in docx:txt:Text xlsx:csv; do
    timeout 540 soffice -env:UserInstallation="file://$scratch/profile" --headless --convert-to "${form#*:}" --outdir "$scratch/office" "$scratch"/in/*."${form%%:*}" > "$scratch/said" 2>&1 || fail 'LibreOffice'
  done
  for d in "${dossiers[@]}"; do
    n=$(basename "$d")
    # Its last exhibit has come through.
    grep -q "^E$(grep -c '' "$d/tables/exhibits.csv" | awk '{ print $1 - 1 }')[^0-9]" "$scratch/office/$n.txt" && grep -q . "$scratch/office/$n.csv" || fail "$n by LibreOffice"
    for form in txt csv; do [ ! -e "$scratch/office/half-$n.$form" ] || fail "LibreOffice accepts a broken copy of $n.$form"; done
    checks=$((checks + 4))
  done
}

# vector-effect is a property of SVG 2 that the checker's list of CSS lacks.
job_vnu() {
  local d n page
  mkdir -p "$scratch/broken"
  for d in "${dossiers[@]}"; do
    n=$(basename "$d")
    for page in dossier verify; do
      ln -s "$d/$page.html" "$scratch/$n-$page.html"
      broken "$d/$page.html" 's|<main|<main><p><table></p|; s|<h1>|<h1><h1>|'
      mv "$scratch/broken/$page.html" "$scratch/broken/$n-$page.html"
    done
  done
  java -jar "$vnu" --errors-only --exit-zero-always --filterpattern '.*“vector-effect”.*' "$scratch"/*.html > "$scratch/said" 2>&1 && [ ! -s "$scratch/said" ] || fail 'vnu'
  java -jar "$vnu" --errors-only --exit-zero-always "$scratch"/broken/*.html > "$scratch/refused" 2>&1 || fail 'vnu'
  for page in "$scratch"/broken/*.html; do grep -qF "/$(basename "$page")\":" "$scratch/refused" || fail "vnu accepts $(basename "$page")"; checks=$((checks + 2)); done
}

# The first volume is the longest by far: it is looked at beside the rest.
job_preflight_first() { for d in "${dossiers[@]}"; do accepts "$d" "$(first_volume "$d")" v_preflight; done; }
job_preflight_rest() {
  local d pdf
  for d in "${dossiers[@]}"; do for pdf in "$d"/dossier-*.pdf; do [ "$pdf" = "$(first_volume "$d")" ] || [ ! -e "$pdf" ] || accepts "$pdf" "$pdf" v_preflight; done; done
  # A font that is not inside, and a file that ends in its middle.
  pdf=$(first_volume "${dossiers[0]}")
  broken "$pdf" 's|/FontFile\([23]\)|/FontFilx\1|'
  half "$pdf"
  refuses "$pdf" "$scratch/broken/$(basename "$pdf")" v_preflight
  refuses "$pdf" "$scratch/broken/half-$(basename "$pdf")" v_preflight
}
first_volume() { ls "$1"/dossier.pdf "$1"/dossier-1.pdf 2>/dev/null | head -1; }
job_pdf() {
  local d pdf
  for d in "${dossiers[@]}"; do
    for pdf in "$d"/dossier*.pdf; do accepts "$pdf" "$pdf" v_qpdf; accepts "$pdf" "$pdf" v_poppler; done
    pdf=$(first_volume "$d")
    accepts "$pdf" "$pdf" v_attached
    half "$pdf"
    for validator in v_qpdf v_poppler v_attached; do refuses "$pdf" "$scratch/broken/half-$(basename "$pdf")" "$validator"; done
  done
}

job_files() {
  local d n csv
  for d in "${dossiers[@]}"; do
    n=$(basename "$d")
    for csv in "$d"/tables/*.csv "$d"/graph/*.csv; do accepts "$csv" "$csv" v_csvclean; done
    both "$n CSV" "$d/tables/claims.csv" v_csvclean '2s/"[^"]*",//'
    both "$n XLSX" "$d/dossier.xlsx" v_openpyxl 's|</sheetData>|</sheetDada>|'
    both "$n BibTeX" "$d/citations/sources.bib" v_pandoc_bib '2s/},$/,/'
    both "$n BibTeX" "$d/citations/sources.bib" v_biber 's/^  date = {.*/  date = {at some time},/'
    both "$n BibTeX" "$d/citations/sources.bib" v_bib2xml '1s/^@/#/'
    both "$n RIS" "$d/citations/sources.ris" v_ris2xml '0,/^ER/s/^ER/EX/'
    both "$n CSL-JSON" "$d/citations/sources.csl.json" v_pandoc_csl 's/"id":/"id"/'
    both "$n KML" "$d/places/places.kml" v_wellformed 's|</Document>|</Dokument>|'
    both "$n KML" "$d/places/places.kml" v_ogrinfo 's|</Document>|</Dokument>|'
    both "$n GraphML" "$d/graph/dossier.graphml" v_networkx 's|</graph>||'
    both "$n GEXF" "$d/graph/dossier.gexf" v_networkx 's|</graph>||'
    both "$n GEXF" "$d/graph/dossier.gexf" v_gexf 's|<edges count=|<edges kount=|'
  done
}

job_seals() {
  local d n copy
  for d in "${dossiers[@]}"; do
    n=$(basename "$d")
    accepts "$n bag" "$d/bag" v_bag
    copy=$scratch/$n-bag
    mkdir "$copy"
    cp "$d"/bag/*.* "$d/bag/allowed_signers" "$copy"
    ln -s "$d/bag/data" "$copy/data"
    sed -i '1s/^./x/' "$copy/manifest-sha256.txt"
    refuses "$n bag" "$copy" v_bag
    copy=$scratch/$n-signed
    mkdir "$copy"
    cp "$d"/manifest-sha256.txt* "$d/minisign.pub" "$d/allowed_signers" "$copy"
    echo >> "$copy/manifest-sha256.txt"
    for validator in v_minisign v_sshsig; do accepts "$n" "$d" "$validator"; refuses "$n" "$copy" "$validator"; done
  done
}
job_json() { node "$here/json-validators.mjs" "${dossiers[@]}"; }
job_axe() { node "$here/../../out/proof/html-in-chromium.mjs" "${dossiers[@]}"; }

# As many at once as there are processors, the longest first. Each has a folder of its own.
run() {
  local job=$1 started=$SECONDS
  scratch=$work/$job
  mkdir "$scratch"
  if ("job_$job"; echo "$checks" > "$scratch/checks") > "$scratch/log" 2>&1; then
    grep '^ok' "$scratch/log" || true
    printf 'ok  %s: %s checks (%s s)\n' "$job" "$(cat "$scratch/checks")" "$((SECONDS - started))"
    return
  fi
  cat "$scratch/log"
  printf 'FAILED  %s (%s s)\n' "$job" "$((SECONDS - started))"
  return 1
}
failed=0
running=0
for job in ${CORROBORATE_VALIDATORS:-office preflight_first axe vnu preflight_rest pdf json files seals}; do
  if [ "$running" -ge "$(nproc)" ]; then wait -n || failed=1; running=$((running - 1)); fi
  run "$job" &
  running=$((running + 1))
done
while [ "$running" -gt 0 ]; do wait -n || failed=1; running=$((running - 1)); done
[ "$failed" -eq 0 ] || { echo 'an outside validator refused, or accepted what is broken' >&2; exit 1; }
echo "${#dossiers[@]} dossiers passed every outside validator (${SECONDS} s)"
