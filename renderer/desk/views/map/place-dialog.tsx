import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { FoundPlace, PlacedRow } from '#shared/contract/places.ts';
import { type Precision, precisionClasses, precisionMetres, regionMetres } from '#shared/domain/place/place.ts';
import { readCoordinates } from '#shared/domain/place/read-coordinates.ts';
import { decimalText, dmsText, mgrsText } from '#shared/domain/place/write-coordinates.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { mapWords } from '#shared/wording/english/views/map-words.ts';
import { languageTag } from '#shared/wording/spoken.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { ComboField } from '../../components/combo-field/combo-field.tsx';
import { ActDialog } from '../../components/dialog/act-dialog.tsx';
import { NumberField } from '../../components/number-field/number-field.tsx';
import { SelectField } from '../../components/select-field/select-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

const words = mapWords.dialog;
type PlaceDialogProps = { readonly row: PlacedRow | null; readonly onClose: () => void; readonly onPlaced: (id: string) => void };

/** Says where an entity is: coordinates as typed, shown back as they were read, or a town of the gazetteer; and how exactly it is known. */
export function PlaceDialog({ row, onClose, onPlaced }: PlaceDialogProps) {
  const [entityId, setEntityId] = useState<string | null>(row?.id ?? null);
  const [name, setName] = useState('');
  const [typed, setTyped] = useState(row?.place.entered ?? '');
  const [precision, setPrecision] = useState<Precision>(row?.place.precision ?? 'locality');
  const [radiusKm, setRadiusKm] = useState((row?.place.precision === 'region' ? row.place.radiusMetres : regionMetres.first) / 1_000);
  const [tried, setTried] = useState(false);
  const addEntity = useCommand('entities/add');
  const place = useCommand('entities/place');
  const read = typed.trim() === '' ? null : readCoordinates(typed);
  const radiusMetres = precision === 'region' ? radiusKm * 1_000 : precisionMetres[precision];
  const named = entityId !== null || name.trim() !== '';

  async function save(): Promise<void> {
    setTried(true);
    if (!read || !named) return;
    const id = entityId ?? (await newPlace());
    if (id === null) return;
    const reply = await place.run({ id: id as ObjectId, place: { coordinates: typed, precision, ...(precision === 'region' && { radiusMetres }) } });
    if (!reply.ok) return;
    onPlaced(id);
    onClose();
  }
  async function newPlace(): Promise<string | null> {
    const reply = await addEntity.run({ kind: 'place', names: [name.trim()] });
    return reply.ok ? reply.value.id : null;
  }

  return (
    <ActDialog title={words.title} act={words.save} onAct={() => void save()} busy={place.busy || addEntity.busy} onClose={onClose}>
      <div className="form">
        <Towns
          autoFocus={row === null}
          onTake={(town) => {
            setTyped(`${town.latitude}; ${town.longitude}`);
            if (entityId === null && name.trim() === '') setName(town.name);
          }}
        />
        <ComboField
          label={words.entity}
          hint={words.entityHint}
          kinds={['entity']}
          value={entityId}
          onChange={setEntityId}
          error={tried && !named ? words.needEntity : null}
        />
        {entityId === null && <TextField label={words.newName} value={name} onChange={setName} onEnter={() => void save()} />}
        <TextField
          label={words.coordinates}
          hint={words.coordinatesHint}
          value={typed}
          onChange={setTyped}
          mono
          required
          autoFocus={row !== null}
          onEnter={() => void save()}
          error={(typed.trim() !== '' && !read) || (tried && !read) ? words.unread : null}
        />
        {read && (
          <div className="map-read" role="status">
            <span className="field-label">{`${words.reads} ${words.forms[read.form]}`}</span>
            <span className="mono">{dmsText(read)}</span>
            <span className="mono">{decimalText(read, 1)}</span>
            <span className="mono">{mgrsText(read, 1)}</span>
          </div>
        )}
        <SelectField
          label={words.precision}
          value={precision}
          options={precisionClasses.map((value) => ({ value, ...mapWords.precision[value] }))}
          onChange={setPrecision}
        />
        {precision === 'region' && (
          <NumberField label={words.radiusKm} value={radiusKm} onChange={setRadiusKm} least={regionMetres.least / 1_000} most={regionMetres.most / 1_000} />
        )}
      </div>
    </ActDialog>
  );
}

/** Search in the towns that ship with the program; Enter takes the first that is found. */
function Towns({ autoFocus, onTake }: { readonly autoFocus: boolean; readonly onTake: (town: FoundPlace) => void }) {
  const [match, setMatch] = useState('');
  const found = useQuery('places/find', match.trim().length < 2 ? null : { match: match.trim(), limit: 8 });
  function take(town: FoundPlace | undefined): void {
    if (!town) return;
    onTake(town);
    setMatch('');
  }
  const countries = new Intl.DisplayNames(languageTag(), { type: 'region' });
  return (
    <div className="map-towns">
      <TextField label={words.find} hint={words.findHint} value={match} onChange={setMatch} onEnter={() => take(found.value?.[0])} autoFocus={autoFocus} />
      {found.value && match.trim().length >= 2 && (
        <ul aria-label={words.found}>
          {found.value.length === 0 && <li className="soft">{words.none}</li>}
          {found.value.map((town) => (
            <li key={`${town.name} ${town.latitude} ${town.longitude}`}>
              <AriaButton className="map-town" onPress={() => take(town)}>
                <span>{town.name}</span>
                <span className="faint">{countries.of(town.country)}</span>
              </AriaButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
