import { Button } from 'react-aria-components/Button';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { openView, useNavigation } from '../bridge/navigation.ts';
import type { ViewManifest } from '../bridge/view-manifest.ts';
import { navigationGroups } from './navigation-groups.ts';
import { views } from './views.ts';

/** The views in their groups, with how much each holds. */
export function SideNavigation({ overview }: { readonly overview: Overview | undefined }) {
  const { here } = useNavigation();
  return (
    <nav className="side" aria-label={deskWords.views}>
      {navigationGroups(views).map(({ group, members }) => (
        <Group key={group} title={deskWords.viewGroups[group]} members={members} current={here.view} overview={overview} />
      ))}
    </nav>
  );
}

type GroupProps = { readonly title: string; readonly members: readonly ViewManifest[]; readonly current: string; readonly overview: Overview | undefined };

function Group({ title, members, current, overview }: GroupProps) {
  return (
    <div className="side-group">
      <div className="side-title">{title}</div>
      <ul>
        {members.map(({ id, title: name, icon: Icon }) => {
          const count = (overview?.counts as { readonly [view: string]: number } | undefined)?.[id];
          return (
            <li key={id}>
              <Button className="side-item" onPress={() => openView(id)} {...(id === current && { 'aria-current': 'page' as const })}>
                <Icon aria-hidden size={15} strokeWidth={1.9} />
                <span className="cut">{name}</span>
                {count !== undefined && count > 0 && <span className="side-count">{count.toLocaleString(languageTag())}</span>}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
