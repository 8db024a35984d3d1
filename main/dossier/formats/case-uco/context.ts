const uco = 'https://ontology.unifiedcyberontology.org/uco';

/** Prefixes of CASE and UCO 1.4; `kb` holds what is of this dossier. */
export const context = {
  kb: 'urn:corroborate:kb:',
  'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
  'uco-action': `${uco}/action/`,
  'uco-core': `${uco}/core/`,
  'uco-identity': `${uco}/identity/`,
  'uco-location': `${uco}/location/`,
  'uco-marking': `${uco}/marking/`,
  'uco-observable': `${uco}/observable/`,
  'uco-tool': `${uco}/tool/`,
  'uco-types': `${uco}/types/`,
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};
