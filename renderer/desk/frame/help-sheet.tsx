import { deskWords } from '#shared/wording/english/desk.ts';
import { Dialog } from '../components/dialog/dialog.tsx';
import { KeyHint } from '../components/key-hint/key-hint.tsx';
import { actions } from './actions.ts';
import './help-sheet.css';

const groups = ['go', 'do', 'window'] as const;

/** Every key, from the same table that runs them. */
export function HelpSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title={deskWords.actions.help} open={open} onClose={onClose} size="large">
      <div className="help-sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="section-title">{deskWords.actionGroups[group]}</h3>
            <Keys rows={actions.filter((action) => action.group === group && action.keys.length > 0).map(({ id, title, keys }) => ({ id, title, keys }))} />
          </section>
        ))}
        <section>
          <h3 className="section-title">{deskWords.tableKeys.title}</h3>
          <Keys rows={deskWords.tableKeys.rows} />
        </section>
      </div>
    </Dialog>
  );
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
