import { drawnUuid } from '#main/crypto/name-uuid.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';

/** Markings of the Traffic Light Protocol 2.0 as OASIS numbered them (TLP 2.0 extension of STIX 2.1). */
const lights: readonly { readonly words: RegExp; readonly name: string; readonly id: string }[] = [
  { words: /TLP:\s*RED/i, name: 'red', id: 'e828b379-4e03-4974-9ac4-e53a884c97c1' },
  { words: /TLP:\s*AMBER\+STRICT/i, name: 'amber+strict', id: '939a9414-2ddd-4d32-a0cd-375ea402b003' },
  { words: /TLP:\s*AMBER/i, name: 'amber', id: '55d920b0-5e8b-4f79-9ee9-91f868d9b421' },
  { words: /TLP:\s*GREEN/i, name: 'green', id: 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb' },
  { words: /TLP:\s*(CLEAR|WHITE)/i, name: 'clear', id: '94868c89-83c2-464b-929b-a1a8aa3c8487' },
];
const extension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

/** The marking that the handling note names, or its words as a statement; null when the case has no handling note. */
export function markingOf({ about, asOf }: RedactedDossier) {
  const light = lights.find(({ words }) => words.test(about.handling));
  if (light) {
    const extensions = { [extension]: { extension_type: 'property-extension', tlp_2_0: light.name } };
    const base = { type: 'marking-definition', spec_version: '2.1', id: `marking-definition--${light.id}`, created: '2022-10-01T00:00:00.000Z' };
    return { ...base, name: `TLP:${light.name.toUpperCase()}`, extensions };
  }
  if (about.handling.trim() === '') return null;
  const id = `marking-definition--${drawnUuid(`marking ${about.handling}`)}`;
  return { type: 'marking-definition', spec_version: '2.1', id, created: asOf, definition_type: 'statement', definition: { statement: about.handling } };
}
