import { Extension } from '@tiptap/core';
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from '@tiptap/suggestion';

/** What the list beside the caret is asked for: the words after `[[`, where they stand, and what happens when one is chosen. */
export type AskedReference = { readonly words: string; readonly at: DOMRect; readonly choose: (id: string) => void };

/**
 * `[[` opens the list. `show` is told of every change and `null` when the list closes; `onKey` may take a key for the list before the editor
 * has it.
 */
export function referenceSuggestion(show: (asked: AskedReference | null) => void, onKey: (event: KeyboardEvent) => boolean): Extension {
  const tell = ({ query, clientRect, command }: SuggestionProps<string, { readonly id: string }>) => {
    const at = clientRect?.();
    show(at ? { words: query, at, choose: (id) => command({ id }) } : null);
  };
  return Extension.create({
    name: 'referenceSuggestion',
    addProseMirrorPlugins() {
      return [
        Suggestion<string, { readonly id: string }>({
          editor: this.editor,
          char: '[[',
          allowSpaces: true,
          allowedPrefixes: null,
          items: () => [],
          command: ({ editor, range, props }) => {
            const reference = { type: 'reference', attrs: { id: props.id, place: null } };
            editor
              .chain()
              .focus()
              .insertContentAt(range, [reference, { type: 'text', text: ' ' }])
              .run();
          },
          render: () => ({
            onStart: tell,
            onUpdate: tell,
            onExit: () => show(null),
            onKeyDown: ({ event }: SuggestionKeyDownProps) => {
              if (event.key === 'Escape') {
                show(null);
                return true;
              }
              return onKey(event);
            },
          }),
        }),
      ];
    },
  });
}
