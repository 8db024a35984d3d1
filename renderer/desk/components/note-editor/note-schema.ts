import { type AnyExtension, Node } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';

/** A reference to an object of the case, one unbreakable sign in the text. How it looks is the editor's; how it is written is here. */
export const ReferenceNode = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return { id: { default: '' }, place: { default: null } };
  },
  // No foreign page can bring one in by paste: references come from the picker and from Markdown.
  parseHTML: () => [],
  renderHTML: ({ node }) => ['span', { class: 'note-reference' }, `[[${written(node.attrs)}]]`],
  renderText: ({ node }) => `[[${written(node.attrs)}]]`,
});

function written(attributes: { readonly [name: string]: unknown }): string {
  const { id, place } = attributes;
  return typeof place === 'number' ? `${String(id)}#${place}` : String(id);
}

/** What a note may hold. `reference` is {@link ReferenceNode} or an extension of it that shows labels. */
export function noteExtensions(reference: AnyExtension): readonly AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4] },
      underline: false, // Markdown has none
      // Addresses are text here: nothing in the product opens one.
      link: { openOnClick: false, autolink: false, linkOnPaste: false, HTMLAttributes: { href: null, target: null, rel: null, class: 'note-link' } },
    }),
    TaskList,
    TaskItem.configure({ nested: true }),
    TableKit.configure({ table: { resizable: false } }),
    reference,
  ];
}
