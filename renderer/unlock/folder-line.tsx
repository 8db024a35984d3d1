import { unlockWords } from '#shared/wording/english/unlock.ts';

/** Which folder a form is about. */
export function FolderLine({ name, label = unlockWords.open.folder }: { readonly name: string; readonly label?: string }) {
  return (
    <p className="folder">
      <span className="folder-label">{label}</span> {name}
    </p>
  );
}
