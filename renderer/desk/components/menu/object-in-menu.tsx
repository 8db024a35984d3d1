import type { Label } from '#shared/contract/case.ts';
import { labelDetail } from '../../bridge/label-detail.ts';
import { KindIcon } from '../chip/kind-icon.tsx';
import { NameInLines } from '../name/name.tsx';
import './menu.css';

/** What an entry shows of an object that may be picked. */
export function ObjectInMenu({ object }: { readonly object: Label }) {
  return (
    <>
      <KindIcon kind={object.kind} />
      <span className="menu-words">
        <NameInLines text={object.label} />
        {object.detail && (
          <span className="menu-detail">
            <NameInLines text={labelDetail(object)} />
          </span>
        )}
      </span>
    </>
  );
}
