import { useEffect, useState } from 'react';
import type { BoardGraph } from '#shared/contract/boards.ts';
import { hidesSomething } from '#shared/domain/board/apply-filter.ts';
import { type BoardFilter, noFilter } from '#shared/domain/board/board.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { boardKinds, type Relation, recordRelations, relations } from '#shared/domain/graph/relation.ts';
import { isEdtf } from '#shared/domain/moment/edtf-date.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { credibilityText, findingTerms } from '#shared/wording/english/terms.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { useStore } from '../../bridge/store.ts';
import { Button } from '../../components/button/button.tsx';
import { Checkbox } from '../../components/checkbox/checkbox.tsx';
import { DateField } from '../../components/date-field/date-field.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { boardDesk, changeBoard } from './board-desk.ts';

const words = boardWords.filter;
const any = 'any';

/** What the board shows: kinds, relations, one grade, one finding, a span of time. Only relations that occur are offered. */
export function FilterPane({ graph, hidden }: { readonly graph: BoardGraph; readonly hidden: number }) {
  const { filter } = useStore(boardDesk);
  const occurring = new Set(graph.edges.map((edge) => edge.relation));
  const drawn = relations.filter((relation) => occurring.has(relation) && !(recordRelations as readonly Relation[]).includes(relation));
  const stated = recordRelations.filter((relation) => occurring.has(relation));
  const change = (part: Partial<BoardFilter>) => changeBoard({ filter: { ...filter, ...part } });
  const relationBox = (relation: Relation) => (
    <Checkbox
      key={relation}
      checked={!filter.hiddenRelations.includes(relation)}
      onChange={(on) => change({ hiddenRelations: on ? filter.hiddenRelations.filter((each) => each !== relation) : [...filter.hiddenRelations, relation] })}
    >
      {boardWords.relations[relation]}
    </Checkbox>
  );
  return (
    <div className="form board-filter">
      {hidesSomething(filter) && (
        <div className="board-hidden">
          <span className="soft">{words.hidden(hidden)}</span>
          <Button onPress={() => changeBoard({ filter: noFilter })}>{words.clear}</Button>
        </div>
      )}
      <fieldset className="form-group">
        <legend className="field-label">{words.kinds}</legend>
        {boardKinds.map((kind) => (
          <Checkbox
            key={kind}
            checked={!filter.hiddenKinds.includes(kind)}
            onChange={(on) => change({ hiddenKinds: on ? filter.hiddenKinds.filter((each) => each !== kind) : [...filter.hiddenKinds, kind] })}
          >
            {boardWords.manyKinds[kind]}
          </Checkbox>
        ))}
      </fieldset>
      {drawn.length > 0 && (
        <fieldset className="form-group">
          <legend className="field-label">{words.drawn}</legend>
          {drawn.map(relationBox)}
        </fieldset>
      )}
      {stated.length > 0 && (
        <fieldset className="form-group">
          <legend className="field-label">{words.record}</legend>
          {stated.map(relationBox)}
        </fieldset>
      )}
      <SelectField
        label={words.grade}
        value={filter.grade ?? any}
        options={[{ value: any, label: words.anyGrade }, ...credibilityGrades.map((value) => ({ value, label: credibilityText(value) }))]}
        onChange={(grade) => change({ grade: grade === any ? null : grade })}
      />
      <SelectField
        label={words.finding}
        value={filter.finding ?? any}
        options={[{ value: any, label: words.anyFinding }, ...findings.map((value) => ({ value, label: findingTerms[value].label }))]}
        onChange={(finding) => change({ finding: finding === any ? null : finding })}
      />
      <DateBound label={words.from} date={filter.from} onChange={(from) => change({ from })} />
      <DateBound label={words.to} date={filter.to} onChange={(to) => change({ to })} />
    </div>
  );
}

/** A date that counts as soon as it is one; while it is being typed the bound before it holds. */
function DateBound({
  label,
  date,
  onChange,
}: {
  readonly label: string;
  readonly date: BoardFilter['from'];
  readonly onChange: (date: BoardFilter['from']) => void;
}) {
  const [typed, setTyped] = useState<string>(date ?? '');
  useEffect(() => setTyped(date ?? ''), [date]);
  return (
    <DateField
      label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const trimmed = text.trim();
        if (trimmed === '') onChange(null);
        else if (isEdtf(trimmed)) onChange(trimmed);
      }}
    />
  );
}
