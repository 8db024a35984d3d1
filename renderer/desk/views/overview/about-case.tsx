import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '#shared/contract/case.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { Button } from '../../components/button/button.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { EditCase } from './edit-case.tsx';

const words = deskWords.overview;

export function AboutCase({ overview }: { readonly overview: Overview }) {
  const [editing, setEditing] = useState(false);
  return (
    <section className="about" aria-label={words.about}>
      <div className="about-head">
        <h2 className="about-title wrap">{overview.title}</h2>
        {!overview.readOnly && (
          <Button icon={Pencil} onPress={() => setEditing(true)}>
            {words.edit}
          </Button>
        )}
      </div>
      {overview.purpose && <p className="about-purpose wrap keep-lines">{overview.purpose}</p>}
      <DescriptionList
        facts={[
          { term: words.handling, value: overview.handling },
          { term: words.analysts, value: overview.analysts.join(', ') },
          { term: words.opened, value: <Moment at={overview.openedAt} /> },
        ]}
      />
      <EditCase overview={overview} open={editing} onClose={() => setEditing(false)} />
    </section>
  );
}
