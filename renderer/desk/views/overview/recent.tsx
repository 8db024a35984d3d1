import { Button } from 'react-aria-components/Button';
import type { Recent as RecentObjects } from '#shared/contract/case.ts';
import { type ObjectKind, objectKinds } from '#shared/domain/case/case-record.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { openObject } from '../../bridge/navigation.ts';
import { KindIcon } from '../../components/chip/kind-icon.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Name } from '../../components/name/name.tsx';

/** What was worked on last. */
export function Recent({ items }: { readonly items: RecentObjects }) {
  const known = items.filter((item): item is RecentObjects[number] & { kind: ObjectKind } => objectKinds.some((kind) => kind === item.kind));
  return (
    <Section title={deskWords.overview.recent}>
      {known.length === 0 ? (
        <p className="soft">{deskWords.overview.nothingRecent}</p>
      ) : (
        <ul className="recent-list">
          {known.map(({ kind, id, label, at }) => (
            <li key={id}>
              <Button className="recent-item" onPress={() => openObject(kind, id)}>
                <KindIcon kind={kind} />
                <Name text={label} />
                <Moment at={at} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
