import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store, StreamParser } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** What a SHACL engine on npm cannot run, or would fetch. */
const leftOut = new Set(['http://www.w3.org/ns/shacl#sparql', 'http://www.w3.org/2002/07/owl#imports']);
const ontology = /^https:\/\/ontology\.(unifiedcyber|case)ontology\.org\//;
const term = (value) => DataFactory.namedNode(value);

/** Reads ontology and shapes once; answers what is wrong with a JSON-LD document: violations of shapes, and terms that CASE and UCO do not define. */
export async function refusalsOfCase(file) {
  const quads = [];
  await new Promise((resolve, reject) => {
    createReadStream(file)
      .pipe(new StreamParser({ format: 'N-Triples' }))
      .on('data', (quad) => leftOut.has(quad.predicate.value) || quads.push(quad))
      .on('end', resolve)
      .on('error', reject);
  });
  const defined = new Set(quads.map(({ subject }) => subject.value));
  const shapes = new Store(quads);
  const classes = superclasses(shapes);
  const validator = new SHACLValidator(shapes);
  return async (document) => {
    const documentLoader = (url) => Promise.reject(new Error(`no network: ${url}`));
    const text = await jsonld.toRDF(document, { format: 'application/n-quads', documentLoader, base: pathToFileURL(file).href });
    const told = new Parser({ format: 'N-Quads' }).parse(text);
    const unknown = new Set(
      told
        .flatMap(({ predicate, object }) => [predicate, object])
        .filter((one) => one.termType === 'NamedNode' && ontology.test(one.value) && !defined.has(one.value))
        .map(({ value }) => value),
    );
    const report = await validator.validate(new Store([...told, ...inherited(told, classes)]));
    const violations = report.results.filter(({ severity }) => severity?.value.endsWith('#Violation'));
    return [...[...unknown].map((value) => `${value} is not defined`), ...violations.map(inWords)];
  };
}

/** Every class with all it is a subclass of, so that the data need not be validated together with the whole ontology. */
function superclasses(shapes) {
  const subClassOf = term('http://www.w3.org/2000/01/rdf-schema#subClassOf');
  const known = new Map();
  const above = (iri) => {
    if (known.has(iri)) return known.get(iri);
    const found = new Set();
    known.set(iri, found);
    for (const parent of shapes.getObjects(term(iri), subClassOf, null))
      if (parent.termType === 'NamedNode') for (const each of [parent.value, ...above(parent.value)]) found.add(each);
    return found;
  };
  return above;
}

function inherited(quads, above) {
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  return quads.flatMap(({ subject, predicate, object }) =>
    predicate.value === type ? [...above(object.value)].map((iri) => DataFactory.quad(subject, predicate, term(iri))) : [],
  );
}

function inWords({ focusNode, path, message }) {
  return `${focusNode?.value ?? ''} ${path?.value ?? ''} ${message.map(({ value }) => value).join('; ')}`;
}
