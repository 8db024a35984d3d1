/**
 * Checks a dossier with a shell, coreutils and ssh-keygen, and names every file that is not as it was signed. Short, so that a stranger can
 * read it first. On macOS, shasum takes the place of sha256sum.
 */
export const verifyDossierScript = `#!/bin/sh
# Checks this dossier: the signature, every file, nothing missing, nothing added. Usage: sh verify.sh
cd "$(dirname "$0")" || exit 2; LC_ALL=C; export LC_ALL; t=$(mktemp -d); trap 'rm -rf "$t"' EXIT; : > "$t/bad"
list=manifest-sha256.txt; sum=sha256sum; command -v sha256sum > "$t/which" || sum='shasum -a 256'
bad() { echo "$1" >> "$t/bad"; }
walk() { for f in "$1"* "$1".[!.]* "$1"..?*; do
  if [ -L "$f" ]; then bad "$f: is a link, not a file"; elif [ -d "$f" ]; then walk "$f/"; elif [ -e "$f" ]; then printf '%s\\n' "$f"; fi; done; }
ssh-keygen -Y verify -f allowed_signers -I corroborate -n dossier -s "$list.sig" < "$list" > "$t/signature" 2>&1 || bad "$list: the signature does not hold"
walk '' | sort > "$t/there"
{ cut -c 67- "$list"; printf '%s\\n' "$list" "$list.sig" "$list.minisig"; } | sort > "$t/listed"
comm -23 "$t/there" "$t/listed" > "$t/added"; while IFS= read -r f; do bad "$f: was added after signing"; done < "$t/added"
comm -13 "$t/there" "$t/listed" > "$t/missing"; while IFS= read -r f; do bad "$f: is missing"; done < "$t/missing"
$sum -c "$list" > "$t/sums" 2> "$t/said"
while IFS= read -r line; do case $line in *': OK' | *'open or read') ;; *) bad "\${line%: *}: has been changed" ;; esac; done < "$t/sums"
[ "$(cut -d ' ' -f 2 signing-key.pub)" = "$(cut -d ' ' -f 4 allowed_signers)" ] || bad 'signing-key.pub: names another key than allowed_signers'
if [ -s "$t/bad" ]; then echo 'NOT SOUND. Do not rely on this copy:'; cat "$t/bad"; exit 1; fi
echo "Verified: all $(wc -l < "$list" | tr -d ' ') files are as they were signed. Now compare the fingerprint of the key with the sender:"
ssh-keygen -l -f signing-key.pub
`;
