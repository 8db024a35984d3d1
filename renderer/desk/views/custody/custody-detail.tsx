import { Link2 } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { runAction } from '../../bridge/actions.ts';
import { Button } from '../../components/button/button.tsx';
import { Chip } from '../../components/chip/chip.tsx';
import { DescriptionList } from '../../components/description-list/description-list.tsx';
import { Section } from '../../components/heading/section.tsx';
import { Moment } from '../../components/moment/moment.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { actionName } from './action-name.ts';
import { Checkpoints } from './checkpoints.tsx';
import type { CustodyRow } from './custody-columns.tsx';

const words = deskWords.custody;

/** One entry with everything it holds, and what the chain of entries proves. */
export function CustodyDetail({ entry }: { readonly entry: CustodyRow | undefined }) {
  return (
    <Panel title={entry ? words.entry(entry.seq) : words.chainTitle}>
      {entry && (
        <Section title={actionName(entry.action)}>
          <DescriptionList
            facts={[
              { term: words.evidence, value: entry.evidenceId && <Chip kind="evidence" id={entry.evidenceId} label={entry.evidenceName} /> },
              { term: words.at, value: <Moment at={entry.at} precise /> },
              { term: words.actor, value: entry.actor },
              { term: words.reason, value: entry.reason },
              { term: words.before, value: <Digest hex={entry.sha256Before} /> },
              { term: words.after, value: <Digest hex={entry.sha256After} /> },
              { term: words.tool, value: entry.tool },
              { term: words.digest, value: <Digest hex={entry.digest} /> },
            ]}
          />
        </Section>
      )}
      <Section title={entry ? words.chainTitle : words.howItHolds}>
        <div className="custody-chain">
          <Link2 aria-hidden size={16} />
          <p>{words.chainWhy}</p>
        </div>
        <Button onPress={() => runAction('verify-case')}>{deskWords.actions['verify-case']}</Button>
      </Section>
      <Checkpoints />
    </Panel>
  );
}

function Digest({ hex }: { readonly hex: string | null }) {
  return hex === null ? <span className="faint">–</span> : <span className="mono wrap">{hex}</span>;
}
