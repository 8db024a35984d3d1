/**
 * Checks a whole exported log with openssl (3.0 or newer), sha256sum and what every shell has: signature, chain, size and the
 * RFC 6962 root, level by level (a node without a partner goes up as it is). Twenty lines, so that a stranger can read it first.
 */
export const verifyScript = `#!/bin/sh
# Verifies this custody log: the signed checkpoint, the chain of entries, and the root over all of them. Usage: sh verify.sh
set -eu; cd "$(dirname "$0")"; LC_ALL=C; export LC_ALL; t=$(mktemp -d); trap 'rm -rf "$t"' EXIT
bad() { echo "NOT SOUND: $1" >&2; exit 1; }
sed -n 1,3p checkpoint > "$t/note"; sed -n '5s/.* //p' checkpoint | openssl base64 -d -A | tail -c 64 > "$t/sig"
openssl pkeyutl -verify -pubin -inkey pub.pem -rawin -in "$t/note" -sigfile "$t/sig" > "$t/out" 2>&1 || bad 'the signature does not hold'
[ "$(tr -d '\\n\\040-\\377' < entries.jsonl | wc -c)" -eq 0 ] || bad 'a character that no entry can hold'
n=0; prev=$(printf '%064d' 0)
while IFS= read -r line; do
  [ "$(printf '%s' "$line" | sed 's/.*"prev":"\\([0-9a-f]*\\)".*/\\1/')" = "$prev" ] || bad "entry $n does not follow the one before it"
  prev=$(printf '%s' "$line" | sha256sum | cut -c 1-64)
  { printf '\\000'; printf '%s' "$line"; } | openssl dgst -sha256 -binary > "$t/$n"; n=$((n + 1))
done < entries.jsonl
[ "$n" = "$(sed -n 2p checkpoint)" ] || bad "there are $n entries, but $(sed -n 2p checkpoint) were signed"
while [ "$n" -gt 1 ]; do i=0; while [ "$i" -lt "$n" ]; do r=$((i + 1)); to="$t/$((i / 2))"
  if [ "$r" -lt "$n" ]; then { printf '\\001'; cat "$t/$i" "$t/$r"; } | openssl dgst -sha256 -binary > "$t/up"; else cp "$t/$i" "$t/up"; fi
  mv "$t/up" "$to"; i=$((i + 2)); done; n=$(((n + 1) / 2)); done
[ "$(openssl base64 -A < "$t/0")" = "$(sed -n 3p checkpoint)" ] || bad 'the entries are not those that were signed'
echo "Sound. Signed entries: $(sed -n 2p checkpoint). Digest of the last one: $prev"
`;
