/** What a stranger types in the exported folder; names as main/dossier writes them (OpenSSH `ssh-keygen -Y verify`, GNU coreutils). */
export const verifyCommands = [
  'ssh-keygen -Y verify -f allowed_signers -I corroborate -n dossier -s manifest-sha256.txt.sig < manifest-sha256.txt',
  'sha256sum -c manifest-sha256.txt',
] as const;
