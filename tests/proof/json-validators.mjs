// What outside schemas say of the JSON in dossiers, and that they refuse broken copies: node json-validators.mjs DOSSIER…
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check as checkGeoJson } from '@placemarkio/check-geojson';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { refusalsOfCase } from './case-validator.mjs';

/** Schemas and shapes of their publishers, in the folder beside the checkout. */
const published = ['../../../shared', '../../../../shared']
  .map((folder) => join(import.meta.dirname, folder, 'validators'))
  .find((folder) => existsSync(folder));
if (!published) throw new Error('../shared/validators is not there: without it nothing can be validated');
const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const told = ({ instancePath, message }) => `${instancePath} ${message}`;

function cslValidator() {
  const ajv = addFormats(new Ajv({ strict: false }));
  const valid = ajv.compile(json(published, 'csl/csl-data.json'));
  return (items) => (valid(items) ? [] : valid.errors.map(told));
}

/** Each object against its own schema: the schema of the bundle leaves out some types. */
function stixValidator() {
  const ajv = addFormats(new Ajv2020({ strict: false, unicodeRegExp: false, allErrors: true }));
  const schemas = new Map();
  for (const folder of ['common', 'observables', 'sdos', 'sros'])
    for (const file of readdirSync(join(published, 'stix-2.1', folder))) {
      const $id = `https://stix.example/${folder}/${file}`;
      ajv.addSchema({ ...json(published, 'stix-2.1', folder, file), $id });
      schemas.set(basename(file, '.json'), $id);
    }
  return (bundle) => {
    const ids = new Set(bundle.objects.map(({ id }) => id));
    return bundle.objects.flatMap((object) => {
      const valid = ajv.getSchema(schemas.get(object.type) ?? '');
      if (!valid) return [`${object.type} has no schema`];
      const refs = [object.source_ref, object.target_ref, object.created_by_ref, ...(object.object_refs ?? []), ...(object.object_marking_refs ?? [])];
      const lost = refs.filter((ref) => ref !== undefined && !ids.has(ref)).map((ref) => `${object.id} refers to ${ref}, which is not there`);
      return [...(valid(object) ? [] : valid.errors.map((error) => `${object.id}${told(error)}`)), ...lost];
    });
  };
}

function geoJsonRefusals(value) {
  try {
    checkGeoJson(JSON.stringify(value));
    return [];
  } catch (cause) {
    return (cause.issues ?? [cause]).map(({ message }) => message);
  }
}

/** Each validator with the file it reads and ways to break it; `breaks` answers a broken copy. */
const validators = [
  {
    name: 'CSL schema',
    file: 'citations/sources.csl.json',
    refusals: cslValidator(),
    breaks: [(items) => [...items, { id: 'X', type: 'newspaper' }], (items) => [...items, { id: 'X', type: 'book', issued: '2025-01-12' }]],
  },
  {
    name: 'check-geojson',
    file: 'places/places.geojson',
    refusals: async (value) => geoJsonRefusals(value),
    breaks: [(value) => ({ ...value, features: [...value.features, { type: 'Feature', geometry: { type: 'Point', coordinates: [36.19] }, properties: {} }] })],
  },
  {
    name: 'OASIS STIX 2.1 schemas',
    file: 'dossier.stix.json',
    refusals: stixValidator(),
    breaks: [
      (bundle) => ({
        ...bundle,
        objects: bundle.objects.map(({ content, ...object }) => (object.type === 'note' ? object : { ...object, ...(content ? { content } : {}) })),
      }),
      (bundle) => ({ ...bundle, objects: bundle.objects.map((object) => (object.type === 'opinion' ? { ...object, opinion: 'doubtful' } : object)) }),
      (bundle) => ({ ...bundle, objects: bundle.objects.filter(({ type }) => type !== 'observed-data') }),
    ],
  },
  {
    name: 'SHACL with the CASE/UCO shapes, and no undefined term',
    file: 'dossier.case.jsonld',
    refusals: await refusalsOfCase(join(published, 'case-uco/case-all.nt')),
    // A digest that is none, a number where the ontology wants a string, a term that it does not know.
    breaks: [
      (graph) => firstOnly(graph, 'uco-observable:', (text) => text.replace(/"xsd:hexBinary",\s*"@value": ?"[0-9a-f]+"/, '"xsd:hexBinary","@value":"zzz"')),
      (graph) => firstOnly(graph, 'case-investigation:exhibitNumber', (text) => text.replace(/("case-investigation:exhibitNumber": ?)"[^"]+"/, '$11')),
      (graph) => firstOnly(graph, 'uco-core:Assertion', (text) => text.replaceAll('uco-core:statement', 'uco-core:statment')),
    ],
  },
];

/** A graph of one broken node: that a validator speaks up must not depend on the size of the case. */
function firstOnly(graph, holds, breakText) {
  const node = graph['@graph'].find((each) => JSON.stringify(each).includes(holds));
  return { ...graph, '@graph': [JSON.parse(breakText(JSON.stringify(node)))] };
}

let failed = false;
for (const dossier of process.argv.slice(2)) {
  for (const { name, file, refusals, breaks } of validators) {
    const started = performance.now();
    const value = json(dossier, file);
    const found = await refusals(value);
    for (const refusal of found.slice(0, 10)) console.error(`    ${refusal}`);
    const accepted = await Promise.all(breaks.map(async (breakIt) => (await refusals(breakIt(structuredClone(value)))).length === 0));
    const unseen = accepted.filter(Boolean).length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (found.length > 0 || unseen > 0) failed = true;
    const verdict = found.length > 0 ? `FAILED  ${found.length} refusals` : unseen > 0 ? `FAILED  accepts ${unseen} broken copies` : 'ok ';
    console.log(`${verdict} ${basename(dossier)}: ${name} on ${file}; ${breaks.length} broken copies refused (${seconds} s)`);
  }
}
if (process.argv.length < 3) throw new Error('which dossiers?');
process.exitCode = failed ? 1 : 0;
