import type { IntakeWarning } from '#shared/domain/evidence/evidence-item.ts';

const dataScripts = /json|text\/template|speculationrules/i;
const loadingElements = 'img,source,iframe,frame,embed,object,video,audio,track,link[rel~="stylesheet" i],script,input[type="image" i],image,use';

/** What was in the page that its sanitised copy lacks: said to the analyst, who has to know that the copy is quieter than the original. */
export function surveyPage(page: Document): readonly IntakeWarning[] {
  const warnings: IntakeWarning[] = [];
  if (holdsScripts(page)) warnings.push('scripts-removed');
  if (loadsFromElsewhere(page)) warnings.push('remote-references-inert');
  return warnings;
}

function holdsScripts(page: Document): boolean {
  if ([...page.scripts].some((script) => !dataScripts.test(script.type))) return true;
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode() !== null) {
    const element = walker.currentNode as Element;
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || isScriptAddress(value)) return true;
    }
  }
  return false;
}

/** As a browser reads it: white space and control characters before and inside the scheme are passed over. */
function isScriptAddress(value: string): boolean {
  return (
    value.length < 100_000 &&
    value
      .replace(/[\s\p{Cc}]/gu, '')
      .toLowerCase()
      .startsWith('javascript:')
  );
}

function loadsFromElsewhere(page: Document): boolean {
  const references = [...page.querySelectorAll(loadingElements)].flatMap((element) =>
    ['src', 'srcset', 'href', 'xlink:href', 'data', 'poster'].map((name) => element.getAttribute(name) ?? ''),
  );
  return references.some((reference) => /(^|[\s,])(https?:)?\/\//i.test(reference));
}
