import { BookmarkPlus, ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { findings, workStates } from '#shared/domain/claim/claim.ts';
import { claimGroupings, type KeptFilter } from '#shared/domain/claim/kept-filter.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { credibilityText, findingTerms, workStateTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { changeLedger, ledgerDesk, wholeLedger } from './ledger-desk.ts';
import { conditionsOf, filterOf, type LedgerFilter } from './ledger-filter.ts';

type FilterBarProps = { readonly kept: readonly KeptFilter[]; readonly onKeep: () => void };
const words = claimsWords.filter;
const groupings = claimGroupings.map((value) => ({ value, label: value === 'none' ? claimsWords.group.none : claimsWords.group[value] }));
const all = 'all';
const any = { value: 'any', label: words.any } as const;
const findingOptions = [any, ...findings.map((value) => ({ value, label: findingTerms[value].label }))];
const stateOptions = [any, ...workStates.map((value) => ({ value, label: workStateTerms[value] }))];
const gradeOptions = [any, ...credibilityGrades.map((value) => ({ value, label: credibilityText(value) }))];

/** Narrows the ledger. Words are always at hand; the other conditions open below. */
export function FilterBar({ kept, onKeep }: FilterBarProps) {
  const { filter, grouping, keptId } = useStore(ledgerDesk);
  const count = conditionsOf(filter);
  const [open, setOpen] = useState(count > 1);
  const change = (part: Partial<LedgerFilter>) => changeLedger({ filter: { ...filter, ...part } });
  return (
    <search className="filter-bar" aria-label={words.label}>
      <div className="filter-line">
        {kept.length > 0 && (
          <SelectField
            label={claimsWords.kept.label}
            hideLabel
            value={kept.some(({ id }) => id === keptId) ? keptId : all}
            options={[{ value: all, label: claimsWords.kept.all }, ...kept.map(({ id, title }) => ({ value: id, label: title }))]}
            onChange={(id) => {
              const chosen = kept.find((each) => each.id === id);
              changeLedger(chosen ? { filter: filterOf(chosen.conditions), grouping: chosen.grouping, keptId: chosen.id } : wholeLedger);
            }}
          />
        )}
        <TextField label={words.match} hideLabel placeholder={words.match} value={filter.match} onChange={(match) => change({ match })} />
        <SelectField label={claimsWords.group.label} hideLabel value={grouping} options={groupings} onChange={(next) => changeLedger({ grouping: next })} />
        <Checkbox checked={filter.withoutEvidence} onChange={(withoutEvidence) => change({ withoutEvidence })}>
          {words.withoutEvidence}
        </Checkbox>
        <Checkbox checked={filter.inConflict} onChange={(inConflict) => change({ inConflict })}>
          {words.inConflict}
        </Checkbox>
        <Button tone="quiet" icon={ListFilter} onPress={() => setOpen(!open)}>
          {open ? words.fewer : words.more}
        </Button>
        {(count > 0 || grouping !== 'none') && (
          <Button tone="quiet" icon={BookmarkPlus} onPress={onKeep}>
            {claimsWords.kept.keep}
          </Button>
        )}
        {count > 0 && (
          <Button tone="quiet" icon={X} onPress={() => changeLedger(wholeLedger)}>
            {words.clear}
          </Button>
        )}
      </div>
      {open && (
        <div className="filter-more">
          <ComboField
            label={words.asserter}
            kinds={['entity']}
            value={filter.asserterId}
            onChange={(asserterId) => change({ asserterId })}
            placeholder={words.any}
          />
          <SelectField
            label={words.finding}
            value={filter.finding ?? 'any'}
            options={findingOptions}
            onChange={(finding) => change({ finding: finding === 'any' ? null : finding })}
          />
          <SelectField
            label={words.workState}
            value={filter.workState ?? 'any'}
            options={stateOptions}
            onChange={(workState) => change({ workState: workState === 'any' ? null : workState })}
          />
          <SelectField
            label={words.credibility}
            value={filter.credibility ?? 'any'}
            options={gradeOptions}
            onChange={(credibility) => change({ credibility: credibility === 'any' ? null : credibility })}
          />
          <ComboField
            label={words.evidence}
            kinds={['evidence']}
            value={filter.evidenceId}
            onChange={(evidenceId) => change({ evidenceId })}
            placeholder={words.any}
          />
        </div>
      )}
    </search>
  );
}
