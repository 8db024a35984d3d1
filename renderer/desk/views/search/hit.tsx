import type { SearchHit } from '#shared/contract/search.ts';
import { labelDetail } from '../../bridge/label-detail.ts';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { Name } from '../../components/name/name.tsx';
import { Snippet } from '../../components/snippet/snippet.tsx';

/** One object found, with the words it was found by. */
export function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <>
      <KindIcon kind={hit.kind} size={15} />
      <div className="hit">
        <div className="hit-head">
          <Name text={hit.label} />
          {hit.detail && <Name text={labelDetail(hit)} className="hit-detail" />}
        </div>
        {hit.snippet !== hit.label && (
          <div className="hit-snippet">
            <Snippet text={hit.snippet} marks={hit.marks} />
          </div>
        )}
      </div>
    </>
  );
}
