import { markedRuns } from './marked-runs.ts';

type SnippetProps = { readonly text: string; readonly marks: readonly (readonly [number, number])[] };

/** Text with the found parts marked. It is text only, whatever it holds. */
export function Snippet({ text, marks }: SnippetProps) {
  return markedRuns(text, marks).map((run) => (run.marked ? <mark key={run.start}>{run.text}</mark> : <span key={run.start}>{run.text}</span>));
}
