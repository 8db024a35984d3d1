import { FileSearch } from 'lucide-react';
import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { say } from '../../bridge/toasts.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { Button } from '../../components/button/button.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { fittedValue, type UsableField, usableAs } from './collection-checks.ts';

/** What the file says of itself, candidate by candidate; any of them can become a field of its source. */
export function FoundMetadata({ item }: { readonly item: EvidenceItem }) {
  const source = useQuery('sources/show', { id: item.sourceId }).value;
  const command = useCommand('sources/edit');
  const words = evidenceWords.found;
  if (item.found.length === 0) return <EmptyState icon={FileSearch} title={words.none} />;
  async function use(field: UsableField, value: string): Promise<void> {
    const reply = await command.run({ id: item.sourceId, [field]: value });
    if (reply.ok) say({ tone: 'good', title: words.used(words.fields[field]) });
  }
  return (
    <div className="tab-body">
      <p className="soft section-lead">{words.lead}</p>
      <table className="plain-table found-table" aria-label={words.heading}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.where}</th>
            <th scope="col">
              <span className="visually-hidden">{words.useTitle}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {item.found.map(({ field, value, where }) => {
            const as = usableAs(field);
            const fit = as && fittedValue(value, as);
            const inUse = as !== null && source?.[as] === fit;
            return (
              <tr key={`${field} ${value} ${where}`}>
                <th scope="row">{field}</th>
                <td className="wrap">{value}</td>
                <td className="soft wrap">{where}</td>
                <td className="found-use">
                  {inUse && <span className="faint">{words.now}</span>}
                  {as && fit && !inUse && (
                    <Button tone="quiet" disabled={command.busy} onPress={() => void use(as, fit)} label={`${words.use(words.fields[as])}: ${value}`}>
                      {words.use(words.fields[as])}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
