import { boardKinds } from '#shared/domain/graph/relation.ts';
import { boardWords as words } from '#shared/wording/english/views/board-words.ts';
import '../../components/legend/legend.css';

/** What shapes and lines mean, in words. */
export function BoardLegend() {
  return (
    <ul className="legend">
      {boardKinds.map((kind) => (
        <li key={kind}>
          <span className={`board-mark board-mark-${kind}`} aria-hidden />
          {words.kinds[kind]}
        </li>
      ))}
      {(['for', 'against', 'other', 'record'] as const).map((sense) => (
        <li key={sense}>
          <span className={`board-line board-line-${sense}`} aria-hidden />
          {words.legend[sense]}
        </li>
      ))}
    </ul>
  );
}
