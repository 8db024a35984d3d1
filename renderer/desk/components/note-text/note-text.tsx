import { Square, SquareCheck } from 'lucide-react';
import { useMemo } from 'react';
import type { Anchor } from '#shared/domain/evidence/anchor.ts';
import { type NoteBlock, type NoteItem, noteBlocks, noteReferences } from '#shared/domain/note/note-blocks.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { keyed } from './keyed.ts';
import { type References, Words } from './note-words.tsx';
import './note-text.css';

/** A note as it reads: headings, lists and tables as they were meant, references as chips that open what they point at. */
export function NoteText({ text, anchors = [] }: { readonly text: string; readonly anchors?: readonly Anchor[] }) {
  const blocks = useMemo(() => noteBlocks(text), [text]);
  const ids = useMemo(() => [...new Set(noteReferences(text))], [text]);
  const labels = useQuery('objects/labels', ids.length === 0 ? null : { ids });
  const references: References = { labels: new Map((labels.value ?? []).map((label) => [label.id, label])), loading: labels.state === 'loading', anchors };
  return (
    <div className="note-text">
      <Blocks blocks={blocks} references={references} />
    </div>
  );
}

type Referring = { readonly references: References };

function Blocks({ blocks, references }: Referring & { readonly blocks: readonly NoteBlock[] }) {
  return keyed(blocks).map(({ key, of }) => <Block key={key} block={of} references={references} />);
}

function Block({ block, references }: Referring & { readonly block: NoteBlock }) {
  switch (block.sort) {
    case 'paragraph':
      return (
        <p>
          <Words inline={block.inline} references={references} />
        </p>
      );
    case 'heading': {
      // The note's title is the panel's heading, so that a first heading of the text comes below it.
      const Heading = block.depth === 1 ? 'h3' : block.depth === 2 ? 'h4' : 'h5';
      return (
        <Heading className={`note-heading note-heading-${Math.min(block.depth, 4)}`}>
          <Words inline={block.inline} references={references} />
        </Heading>
      );
    }
    case 'list': {
      const items = keyed(block.items).map(({ key, of }) => <Item key={key} item={of} references={references} />);
      const tasks = block.items.some(({ done }) => done !== null);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul {...(tasks && { className: 'note-tasks' })}>{items}</ul>;
    }
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} references={references} />
        </blockquote>
      );
    case 'code':
      return <pre className="mono">{block.text}</pre>;
    case 'table':
      return <NoteTable block={block} references={references} />;
    case 'rule':
      return <hr />;
  }
}

function Item({ item, references }: Referring & { readonly item: NoteItem }) {
  if (item.done === null)
    return (
      <li>
        <Blocks blocks={item.blocks} references={references} />
      </li>
    );
  return (
    <li className={item.done ? 'note-task note-task-done' : 'note-task'}>
      {item.done ? <SquareCheck size={15} aria-label={notesWords.taskDone} /> : <Square size={15} aria-label={notesWords.taskOpen} />}
      <div>
        <Blocks blocks={item.blocks} references={references} />
      </div>
    </li>
  );
}

function NoteTable({ block, references }: Referring & { readonly block: NoteBlock & { readonly sort: 'table' } }) {
  return (
    <table>
      <thead>
        <tr>
          {keyed(block.head).map(({ key, of }) => (
            <th key={key} scope="col">
              <Words inline={of} references={references} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(block.rows).map(({ key, of: cells }) => (
          <tr key={key}>
            {keyed(cells).map(({ key: at, of }) => (
              <td key={at}>
                <Words inline={of} references={references} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
