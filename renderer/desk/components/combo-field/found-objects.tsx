import { ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import type { Label } from '#shared/contract/case.ts';
import { ObjectInMenu } from '../menu/object-in-menu.tsx';

/** The list that opens under a field: objects that fit what is typed. `none` stands there when there are none; without it the list stays closed. */
export function FoundObjects({ none }: { readonly none?: string }) {
  return (
    <Popover className="popover" offset={4}>
      <ListBox<Label> className="menu" {...(none !== undefined && { renderEmptyState: () => <div className="menu-empty">{none}</div> })}>
        {(item) => (
          <ListBoxItem className="menu-item" id={item.id} textValue={item.label}>
            <ObjectInMenu object={item} />
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
