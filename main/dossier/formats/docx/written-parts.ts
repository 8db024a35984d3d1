import { labelRuns } from '#shared/dossier/label-runs.ts';
import { type Xml, xml } from '../xml-text.ts';
import { bookmarked, linkTo, paragraph, run, type Style, table, textWidth } from './word-markup.ts';

/** Counts bookmarks and pictures of one document: each needs a number of its own. */
export type Numbers = { readonly next: () => number };
export function startNumbers(): Numbers {
  let number = 0;
  return {
    next: () => {
      number += 1;
      return number;
    },
  };
}

/** A heading that the numbers of the dossier lead to. */
export function headed(style: Style, label: string, text: string, numbers: Numbers): Xml {
  return paragraph(style, [run(`${label}  `, { soft: true }), run(text)], bookmarked(label, numbers.next()));
}

export function section(id: string, title: string, body: readonly Xml[], numbers: Numbers): Xml {
  return xml`${paragraph('Heading1', [run(title)], bookmarked(id, numbers.next()))}${body}`;
}

/** Something numbered as a link to where it is told; other words stand as they are. */
export function cite(label: string): Xml {
  return /^[ECSJAQNLRPW]\d+$/.test(label) ? linkTo(label) : run(label);
}

export function cites(labels: readonly string[], between = ', '): Xml {
  return xml`${labels.flatMap((label, index) => (index === 0 ? [cite(label)] : [run(between), cite(label)]))}`;
}

/** Many numbers, those that follow each other as the first and the last. */
export function citeRuns(labels: readonly string[], between = ' '): Xml {
  const runs = labelRuns(labels).map(([first, last]) => (last === undefined ? cite(first) : xml`${cite(first)}${run('–')}${cite(last)}`));
  return xml`${runs.flatMap((each, index) => (index === 0 ? [each] : [run(between), each]))}`;
}

/** Pairs of a name and what it is; pairs without content are left out. */
export function facts(caption: string, pairs: readonly (readonly [string, Xml | string | null])[], withNext = false): Xml {
  const rows = pairs.flatMap(([name, value]) => (value === null ? [] : [[run(name), typeof value === 'string' ? run(value) : value]]));
  const first = 2300;
  return xml`${table(caption, [first, textWidth - first], null, rows, withNext)}${paragraph(withNext ? 'Gap' : 'Caption', [])}`;
}
