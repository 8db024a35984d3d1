import { Button } from 'react-aria-components/Button';
import type { ObjectKind } from '#shared/domain/case/case-record.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { openObject } from '../../bridge/navigation.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { KindIcon } from './kind-icon.tsx';
import './chip.css';
import { Name } from '../name/name.tsx';

/** An object of the case by its label; pressing it opens the object. */
export function Chip({ kind, id, label }: { readonly kind: ObjectKind; readonly id: string; readonly label: string }) {
  return (
    <Button className="chip" onPress={() => openObject(kind, id)}>
      <KindIcon kind={kind} size={12} />
      <Name text={label} />
    </Button>
  );
}

/** Chips for ids alone: asks the case for kind and label. An id the case no longer holds is said in words. */
export function ChipsOf({ ids }: { readonly ids: readonly string[] }) {
  const labels = useQuery('objects/labels', ids.length === 0 ? null : { ids: [...ids] });
  const byId = new Map((labels.value ?? []).map((label) => [label.id, label]));
  return (
    <ul className="chips">
      {ids.map((id) => {
        const found = byId.get(id);
        return (
          <li key={id}>
            {found ? (
              <Chip kind={found.kind} id={id} label={found.label} />
            ) : (
              <span className="chip-gone">{labels.state === 'loading' ? '…' : deskWords.objectGone}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
