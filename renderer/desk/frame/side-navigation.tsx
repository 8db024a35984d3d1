import { Button } from 'react-aria-components/Button';
import { deskWords } from '#shared/wording/english/desk.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openView, useNavigation } from '../bridge/navigation.ts';
import { useQuery } from '../bridge/use-query.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { navigationGroups } from './navigation-groups.ts';
import { views } from './views.ts';

/** The views in their groups, with how much each holds. */
export function SideNavigation() {
  const { here } = useNavigation();
  return (
    <nav className="side" aria-label={deskWords.views}>
      {navigationGroups(views).map(({ group, members }) => (
        <Group key={group} title={deskWords.viewGroups[group]} members={members} current={here.view} />
      ))}
    </nav>
  );
}

type GroupProps = { readonly title: string; readonly members: readonly ViewManifest[]; readonly current: string };

function Group({ title, members, current }: GroupProps) {
  return (
    <div className="side-group">
      <div className="side-title">{title}</div>
      <ul>
        {members.map(({ id, title: name, icon: Icon }) => (
          <li key={id}>
            <Button className="page-entry side-item" onPress={() => openView(id)} {...(id === current && { 'aria-current': 'page' as const })}>
              <Icon aria-hidden size={15} strokeWidth={1.9} />
              <span className="cut">{name}</span>
              <Count view={id} />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How much a view holds, where the overview counts it. Asked here, so that an edit draws the numbers anew and not the buttons. */
function Count({ view }: { readonly view: string }) {
  const counts = useQuery('case/overview', {}).value?.counts as { readonly [view: string]: number } | undefined;
  const count = counts?.[view] ?? 0;
  return count > 0 ? <span className="side-count">{count.toLocaleString(languageTag())}</span> : null;
}
