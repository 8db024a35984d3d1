import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LinkRow } from '#shared/contract/links.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { sayDone } from '../../bridge/say-done.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Asked } from '../asked/asked.tsx';
import { CredibilityBadge } from '../badge/grade-badge.tsx';
import { Button } from '../button/button.tsx';
import { Chip } from '../chip/chip.tsx';
import { Section } from '../heading/section.tsx';
import { IconButton } from '../icon-button/icon-button.tsx';
import { DrawLinkDialog } from '../link-dialog/draw-link-dialog.tsx';
import { EditLinkDialog } from '../link-dialog/edit-link-dialog.tsx';
import { linkReading } from '../link-dialog/link-reading.ts';
import './object-links.css';

/** Links into and out of one object, each read from where the analyst stands. */
export function ObjectLinks({ id }: { readonly id: string }) {
  const links = useQuery('links/of', { id });
  const [drawing, setDrawing] = useState(false);
  const [editing, setEditing] = useState<LinkRow | null>(null);
  const remove = useCommand('links/remove');
  const words = linksWords;
  return (
    <Section
      title={words.panel.heading}
      aside={links.value?.length}
      actions={
        <Button tone="quiet" icon={Link2} onPress={() => setDrawing(true)}>
          {words.draw}
        </Button>
      }
    >
      <Asked result={links}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="faint">{words.panel.none}</p>
          ) : (
            <ul className="object-links">
              {rows.map((link) => {
                const forwards = link.fromId === id;
                const other = forwards ? link.to : link.from;
                return (
                  <li key={link.id}>
                    <span className="object-link-type">{linkReading(link.type, forwards)}</span>
                    <Chip kind={other.kind} id={other.id} label={other.label} />
                    {link.grade && <CredibilityBadge grade={link.grade} />}
                    <span className="object-link-acts">
                      <IconButton icon={Pencil} label={`${words.edit}: ${other.label}`} onPress={() => setEditing(link)} />
                      <IconButton
                        icon={Trash2}
                        label={`${words.remove}: ${other.label}`}
                        onPress={() => void remove.run({ id: link.id }).then((reply) => reply.ok && sayDone(words.removed, 'plain'))}
                      />
                    </span>
                    {link.rationale && <p className="object-link-why wrap">{link.rationale}</p>}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Asked>
      {drawing && <DrawLinkDialog fromId={id} onClose={() => setDrawing(false)} />}
      {editing && <EditLinkDialog link={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
