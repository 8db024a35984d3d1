import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Brackets,
  Code,
  Heading2,
  Heading3,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Strikethrough,
  Table,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { IconButton } from '../icon-button/icon-button.tsx';

type ToolId = keyof typeof notesWords.tools;
type Tool = {
  readonly id: ToolId;
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly run: (editor: Editor) => void;
  readonly on?: (editor: Editor) => boolean;
  readonly can?: (editor: Editor) => boolean;
};

const groups: readonly (readonly Tool[])[] = [
  [
    { id: 'strong', icon: Bold, keys: 'Mod+B', run: (editor) => editor.chain().focus().toggleBold().run(), on: (editor) => editor.isActive('bold') },
    { id: 'em', icon: Italic, keys: 'Mod+I', run: (editor) => editor.chain().focus().toggleItalic().run(), on: (editor) => editor.isActive('italic') },
    { id: 'strike', icon: Strikethrough, run: (editor) => editor.chain().focus().toggleStrike().run(), on: (editor) => editor.isActive('strike') },
    { id: 'code', icon: Code, run: (editor) => editor.chain().focus().toggleCode().run(), on: (editor) => editor.isActive('code') },
  ],
  [
    heading('heading', Heading2, 2),
    heading('subheading', Heading3, 3),
    { id: 'bullets', icon: List, run: (editor) => editor.chain().focus().toggleBulletList().run(), on: (editor) => editor.isActive('bulletList') },
    { id: 'numbers', icon: ListOrdered, run: (editor) => editor.chain().focus().toggleOrderedList().run(), on: (editor) => editor.isActive('orderedList') },
    { id: 'tasks', icon: ListChecks, run: (editor) => editor.chain().focus().toggleTaskList().run(), on: (editor) => editor.isActive('taskList') },
    { id: 'quote', icon: Quote, run: (editor) => editor.chain().focus().toggleBlockquote().run(), on: (editor) => editor.isActive('blockquote') },
    {
      id: 'table',
      icon: Table,
      run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      can: (editor) => !editor.isActive('table'),
    },
    { id: 'reference', icon: Brackets, run: (editor) => editor.chain().focus().insertContent('[[').run() },
  ],
  [
    { id: 'undo', icon: Undo2, keys: 'Mod+Z', run: (editor) => editor.chain().focus().undo().run(), can: (editor) => editor.can().undo() },
    { id: 'redo', icon: Redo2, keys: 'Mod+Shift+Z', run: (editor) => editor.chain().focus().redo().run(), can: (editor) => editor.can().redo() },
  ],
];

function heading(id: ToolId, icon: LucideIcon, level: 2 | 3): Tool {
  return { id, icon, run: (editor) => editor.chain().focus().toggleHeading({ level }).run(), on: (editor) => editor.isActive('heading', { level }) };
}

/** What can be done to the text, with what is on where the caret stands. */
export function NoteToolbar({ editor }: { readonly editor: Editor }) {
  const states = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      groups
        .flat()
        .map((tool) => `${tool.on?.(now) === true ? 1 : 0}${tool.can?.(now) === false ? 0 : 1}`)
        .join(),
  }).split(',');
  const at = new Map(groups.flat().map((tool, index) => [tool.id, states[index] ?? '01']));
  return (
    <Toolbar className="note-toolbar" aria-label={notesWords.formatting}>
      {groups.map((group) => (
        <span className="note-tools" key={group[0]?.id}>
          {group.map((tool) => (
            <IconButton
              key={tool.id}
              icon={tool.icon}
              label={notesWords.tools[tool.id]}
              shortcut={tool.keys ?? null}
              disabled={at.get(tool.id)?.[1] === '0'}
              {...(tool.on && { pressed: at.get(tool.id)?.[0] === '1' })}
              onPress={() => tool.run(editor)}
            />
          ))}
        </span>
      ))}
    </Toolbar>
  );
}
