import { deskWords } from '#shared/wording/english/desk.ts';
import { keysOf } from '../bridge/actions.ts';
import { panicShortcut } from '../bridge/settings.ts';
import { Dialog } from '../components/dialog/dialog.tsx';
import { KeyHint } from '../components/key-hint/key-hint.tsx';
import { actions } from './actions.ts';
import './help-sheet.css';

const groups = ['go', 'do', 'window'] as const;

/** Nothing in the sheet takes the keyboard, and in a small window it has to be scrolled. */
const scrolledByKeys = { role: 'group', tabIndex: 0, 'aria-label': deskWords.actions.help } as const;

/** Every key, from the same table that runs them; the panic key is the one chosen. */
export function HelpSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={deskWords.actions.help} open={open} onClose={onClose} size="large">
      <div className="help-sheet" {...scrolledByKeys}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className="section-title">{deskWords.actionGroups[group]}</h3>
            <Keys rows={rowsOf(group)} />
          </section>
        ))}
        <section>
          <h3 className="section-title">{deskWords.tableKeys.title}</h3>
          <Keys rows={deskWords.tableKeys.rows.map(({ title, keyNames }) => ({ id: title, title, keys: keyNames }))} />
        </section>
      </div>
    </Dialog>
  );
}

function rowsOf(group: (typeof groups)[number]) {
  const panic = panicShortcut();
  return actions
    .filter((action) => action.group === group)
    .map(({ id, title, keys }) => ({ id, title, keys: id === 'lock-at-once' && panic !== null ? [panic] : keysOf({ id, keys }) }))
    .filter(({ keys }) => keys.length > 0);
}

function Keys({ rows }: { readonly rows: readonly { readonly id: string; readonly title: string; readonly keys: readonly string[] }[] }) {
  return (
    <dl>
      {rows.map(({ id, title, keys }) => (
        <div key={id} className="help-row">
          <dt>{title}</dt>
          <dd>
            {keys.map((key) => (
              <KeyHint key={key} keys={key} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
