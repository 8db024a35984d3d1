import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';
import { nameField } from './name-field.ts';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const mostFields = 120;

/** XMP (ISO 16684-1) as a flat list: simple properties and the items of arrays. The browser's XML parser refuses entity bombs. */
export function readXmp(packet: string): readonly FoundField[] {
  const packetXml = new DOMParser().parseFromString(packet, 'application/xml');
  const fields = [...packetXml.getElementsByTagNameNS(rdf, 'Description')].flatMap((description) => [
    ...[...description.attributes].filter((attribute) => isProperty(attribute.name)).map((attribute) => found(attribute.name, attribute.value)),
    ...[...description.children].map((property) => found(property.nodeName, wordsOf(property))),
  ]);
  return fields.filter(({ value }) => value !== '').slice(0, mostFields);
}

function isProperty(name: string): boolean {
  return name.includes(':') && !/^(xmlns|rdf|xml):/.test(name);
}

function found(name: string, value: string): FoundField {
  return { field: nameField(name), value: value.trim().slice(0, 4_000), where: `XMP ${name}`.slice(0, 200) };
}

function wordsOf(property: Element): string {
  const items = [...property.getElementsByTagNameNS(rdf, 'li')];
  return items.length === 0 ? (property.textContent ?? '') : items.map((item) => (item.textContent ?? '').trim()).join('; ');
}
