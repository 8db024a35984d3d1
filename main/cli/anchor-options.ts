import { parseStretch } from '#shared/domain/moment/timecode.ts';
import { type Given, type OptionSpec, UsageError } from './command.ts';

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where in an item of evidence: one of its words, a part of its picture or page, or a moment of its sound. */
export const placeOptions: { readonly [name: string]: OptionSpec } = {
  quote: { takes: 'Q', about: 'its words in that evidence' },
  region: { takes: 'x,y,w,h', about: 'its place in that picture in pixels or, with --page, on that page in points' },
  page: { takes: 'N', about: 'the page of that document, counted from 1' },
  at: { takes: 'T[-T]', about: 'the moment or stretch of that recording, such as 1:02.5 or 0:58-1:07' },
};

/** The place that was stated, as the messages take it; none without the evidence it lies in. */
export function placesOf(given: Given, evidenceId: string | undefined): readonly object[] {
  const stated = ['quote', 'region', 'page', 'at'].filter((name) => given.option(name) !== undefined);
  if (evidenceId === undefined) {
    if (stated.length > 0) throw new UsageError('A place needs the evidence it lies in: --evidence ID');
    return [];
  }
  if (!uuid.test(evidenceId)) throw new UsageError('--evidence: an ID, as list and import print it');
  if (stated.length > 1 && stated.join() !== 'region,page')
    throw new UsageError('Give one of --quote, --region, --page and --at; only --region may go with --page.');
  const [quote, region, page, at] = [given.option('quote'), given.option('region'), given.option('page'), given.option('at')];
  return [
    {
      evidenceId,
      ...(quote !== undefined && { quote }),
      ...(region !== undefined && { region: parseRegion(region) }),
      ...(page !== undefined && { page: parsePage(page) }),
      ...(at !== undefined && { at: parseAt(at) }),
    },
  ];
}

function parseRegion(text: string): object {
  const numbers = /^(\d{1,9}),(\d{1,9}),(\d{1,9}),(\d{1,9})$/.exec(text)?.slice(1).map(Number);
  const [x, y, w, h] = numbers ?? [];
  if (!w || !h) throw new UsageError('--region: four whole numbers x,y,w,h, such as 10,20,300,200');
  return { x, y, w, h };
}

function parsePage(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageError('--page: the number of a page, counted from 1');
  return Number(text);
}

function parseAt(text: string): object {
  const stretch = parseStretch(text);
  if (!stretch) throw new UsageError('--at: a moment such as 1:02.5, or a stretch such as 0:58-1:07');
  return stretch;
}
