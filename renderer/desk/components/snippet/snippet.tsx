import { useShownName } from '../../bridge/shown-name.ts';
import { markedRuns } from './marked-runs.ts';

type SnippetProps = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

/** Text with the found parts marked. It is text only, whatever it holds, and names stand in it as everywhere on the screen. */
export function Snippet({ text, marks }: SnippetProps) {
  const shownName = useShownName();
  const whole = shownName(text);
  const runs = markedRuns(text, marks).map((run) => ({ ...run, text: shownName(run.text) }));
  // A name that reaches over the edge of a mark is only told whole: then nothing is marked.
  if (runs.map((run) => run.text).join('') !== whole) return <span>{whole}</span>;
  return runs.map((run) => (run.marked ? <mark key={run.start}>{run.text}</mark> : <span key={run.start}>{run.text}</span>));
}
