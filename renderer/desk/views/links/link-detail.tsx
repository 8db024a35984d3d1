import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LinkRow } from '#shared/contract/links.ts';
import { linkTerms } from '#shared/wording/english/terms.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { selectObject } from '../../bridge/navigation.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { AnchorView } from '../../components/anchor-view/anchor-view.tsx';
import { CredibilityBadge } from '../../components/badge/grade-badge.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { IconButton } from '../../components/icon-button/icon-button.tsx';
import { EditLinkDialog } from '../../components/link-dialog/edit-link-dialog.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { ObjectNotes } from '../../components/object-notes/object-notes.tsx';
import { Panel } from '../../components/panel/panel.tsx';

/** One link: what it joins, what the relation means, and why it was drawn. */
export function LinkDetail({ link }: { readonly link: LinkRow }) {
  const [editing, setEditing] = useState(false);
  const remove = useCommand('links/remove');
  const words = linksWords;
  async function removeIt(): Promise<void> {
    const reply = await remove.run({ id: link.id });
    if (!reply.ok) return;
    sayDone(words.removed, 'plain');
    selectObject(null);
  }
  return (
    <Panel
      title={words.one}
      actions={
        <>
          <IconButton icon={Pencil} label={words.edit} onPress={() => setEditing(true)} />
          <IconButton icon={Trash2} label={words.remove} disabled={remove.busy} onPress={() => void removeIt()} />
        </>
      }
    >
      <div className="link-sentence">
        <Chip kind={link.from.kind} id={link.from.id} label={link.from.label} />
        <strong>{linkTerms[link.type].label}</strong>
        <Chip kind={link.to.kind} id={link.to.id} label={link.to.label} />
      </div>
      <p className="soft link-meaning">{linkTerms[link.type].meaning}</p>
      <DescriptionList
        facts={[
          { term: words.columns.rationale, value: link.rationale },
          { term: words.dialog.grade, value: <CredibilityBadge grade={link.grade} long /> },
          {
            term: words.columns.by,
            value: (
              <>
                <Moment at={link.at} />, {link.by}
              </>
            ),
          },
        ]}
      />
      {link.anchor && <AnchorView anchor={link.anchor} />}
      <div className="link-notes">
        <ObjectNotes id={link.id} />
      </div>
      {editing && <EditLinkDialog link={link} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
