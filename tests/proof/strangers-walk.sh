#!/usr/bin/env bash
# A stranger's walk: a dossier on a machine that has a shell, coreutils and OpenSSH's ssh-keygen with their libraries, no network, and nothing
# else. What its README says is typed there; then one byte is changed, and again. At last verify.html says the same in a browser without a network.
# Usage: strangers-walk.sh DOSSIER    (as root on Linux, since a machine of its own is made with chroot; needs the build in out/proof)
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../.."
fail() { printf 'FAILED  %s\n' "$1" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail 'this walk needs root: without it no machine of its own can be made, and nothing would be shown'
dossier=$(realpath "$1")
[ -e "$dossier/verify.sh" ] || fail 'the folder of a dossier is wanted'
machine=$(mktemp -d)
trap 'rm -rf "$machine"' EXIT

# The programs of coreutils as the system lists them, the shell, ssh-keygen, and the libraries that the loader asks for.
coreutils() {
  { dpkg -L coreutils 2>/dev/null || rpm -ql coreutils coreutils-single 2>/dev/null || pacman -Qlq coreutils 2>/dev/null; } | grep -E '/bin/[^/]+$' | while IFS= read -r program; do
    if [ -f "$program" ]; then printf '%s\n' "$program"; fi
  done
}
take() { mkdir -p "$machine$(dirname "$1")"; cp -L "$1" "$machine$1"; }
programs=$(coreutils)
[ "$(printf '%s\n' "$programs" | wc -l)" -gt 50 ] || fail 'the list of coreutils cannot be had from the package manager'
for program in $programs "$(command -v ssh-keygen)"; do take "$program"; done
mkdir -p "$machine/bin" "$machine/etc" "$machine/dev" "$machine/home" "$machine/tmp"
cp -L "$(command -v sh)" "$machine/bin/sh"
for program in $programs "$(command -v ssh-keygen)" "$(command -v sh)"; do ldd "$program" 2>/dev/null; done |
  grep -oE '/[^ ]+\.so[^ ]*' | sort -u | while IFS= read -r library; do [ -e "$machine$library" ] || take "$library"; done
mknod -m 666 "$machine/dev/null" c 1 3
echo 'stranger:x:1000:1000::/home:/bin/sh' > "$machine/etc/passwd"
chmod 755 "$machine"
chmod 1777 "$machine/tmp"

# Types a line in the folder of the dossier, as somebody who is not root.
there() { unshare -n chroot --userspec=1000:1000 "$machine" /bin/sh -c "PATH=/usr/bin:/bin; export PATH; cd /home/dossier && $1" 2>&1; }
arrive() { rm -rf "$machine/home/dossier"; cp -r "$dossier" "$machine/home/dossier"; chmod -R a+rX "$machine/home/dossier"; }
flip() {
  local size byte
  size=$(stat -c %s "$1")
  byte=$(od -An -tu1 -j $((size / 2)) -N1 "$1" | tr -d ' ')
  printf "\\x$(printf %02x $((byte ^ 1)))" | dd of="$1" bs=1 seek=$((size / 2)) conv=notrunc status=none
}

arrive
there 'command -v sort ssh-keygen' >/dev/null || fail 'nothing runs on that machine'
for missing in sed grep awk find openssl perl python3 node bash; do
  if there "command -v $missing" >/dev/null; then fail "the stranger's machine has $missing"; fi
done
echo "ok  a machine of $(printf '%s\n' "$programs" | wc -l) programs of coreutils, sh and ssh-keygen"
typed=0
while IFS= read -r command; do
  typed=$((typed + 1))
  said=$(there "$command") || fail "the README says to type: $command. It answered: $said"
done < <(sed -nE 's/^ {3}((sh|ssh-keygen|sha256sum) .*)$/\1/p' "$dossier/README.txt")
[ "$typed" -eq 3 ] || fail "$typed commands in the README, and not three"
echo "ok  the $typed commands of the README succeed there"
said=$(there 'sh verify.sh') || fail "verify.sh: $said"
case $said in 'Verified: all '*) ;; *) fail "verify.sh says: $said" ;; esac
key=$(ssh-keygen -l -f "$dossier/signing-key.pub" | cut -d ' ' -f 2)
case $said in *"$key"*) ;; *) fail 'verify.sh does not tell the fingerprint' ;; esac
echo 'ok  sh verify.sh says Verified, and the fingerprint'

changed=0
while IFS= read -r file; do
  arrive
  flip "$machine/home/dossier/$file"
  if said=$(there 'sh verify.sh'); then fail "one byte of $file was changed, and verify.sh accepts it"; fi
  case $said in *"
$file: "*) ;; *) fail "one byte of $file was changed, and verify.sh names: $said" ;; esac
  changed=$((changed + 1))
done < <(cd "$dossier" && find . -type f | sed 's|^\./||' | grep -vE '^(verify\.sh|manifest-sha256\.txt(\.minisig|\.sig)?|allowed_signers)$' | sort | awk -F/ '!seen[$1]++')
[ "$changed" -ge 6 ] || fail "only $changed files were changed"
echo "ok  one changed byte is noticed, and the file named, in each of $changed files"

unshare -n sh -c 'ip link set lo up && exec "$@"' browser node out/proof/strangers-page.mjs "$dossier" || fail 'verify.html in a browser'
