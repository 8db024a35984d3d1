import { parseStretch } from '#shared/domain/moment/timecode.ts';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, type Given, UsageError } from '../../command.ts';
import { jobId, withCase } from '../../with-case.ts';

const why = {
  reason: { takes: 'T', about: 'why it is taken out' },
  'legal-basis': { takes: 'T', about: 'on which legal basis' },
  name: { takes: 'T', about: 'name of the copy; that of the original is not taken over' },
};

function stated(given: Given) {
  return { jobId, id: given.operand(1), reason: given.option('reason'), legalBasis: given.option('legal-basis'), name: given.option('name') };
}
const names = { id: 'ID', legalBasis: '--legal-basis', regions: '--region', passages: '--passage', spans: '--silence, --tone, --blank, --cover' };

export const redactPictureOf: Command = {
  words: ['redact', 'picture'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'make a copy of a picture with regions filled solid and without metadata, as an item of its own; without --region only the metadata goes',
  options: { region: { takes: 'X,Y,W,H', about: 'pixels of the upright picture, from its top left corner; once for each', many: true }, ...why },
  perform: (given, world) => {
    const input = checkCommand('evidence/redact-picture', { ...stated(given), regions: given.options('region').map((typed) => regionOf(typed)) }, names);
    return withCase(given, world, 'write', async (host) => {
      const made = await host.command('evidence/redact-picture', input);
      return made.ok ? done({ json: { ...made.value, kind: 'evidence' }, lines: [made.value.id] }) : made;
    });
  },
};

export const redactRecordingOf: Command = {
  words: ['redact', 'recording'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'make a copy of sound or video with stretches taken out and without metadata, as an item of its own; without a stretch only the metadata goes',
  options: {
    silence: { takes: 'FROM-TO', about: 'a stretch without sound, such as 1:02.5-1:15; once for each', many: true },
    tone: { takes: 'FROM-TO', about: 'a stretch whose sound is a tone; once for each', many: true },
    blank: { takes: 'FROM-TO', about: 'a stretch whose picture is black; once for each', many: true },
    cover: { takes: 'FROM-TO=X,Y,W,H', about: 'a stretch in which a region of the picture is black, in pixels as it is shown; once for each', many: true },
    'sound-only': { takes: null, about: 'leave the picture out altogether' },
    ...why,
  },
  perform: (given, world) => {
    const spans = [
      ...given.options('silence').map((typed) => ({ ...stretchOf('--silence', typed), sound: 'silence', picture: 'kept' })),
      ...given.options('tone').map((typed) => ({ ...stretchOf('--tone', typed), sound: 'tone', picture: 'kept' })),
      ...given.options('blank').map((typed) => ({ ...stretchOf('--blank', typed), sound: 'kept', picture: 'blank' })),
      ...given.options('cover').map((typed) => {
        const [stretch = '', region = ''] = typed.split('=');
        return { ...stretchOf('--cover', stretch), sound: 'kept', picture: [regionOf(region, '--cover: FROM-TO=X,Y,W,H')] };
      }),
    ];
    const input = checkCommand('evidence/redact-recording', { ...stated(given), spans, soundOnly: given.option('sound-only') !== undefined }, names);
    return withCase(given, world, 'write', async (host) => {
      const made = await host.command('evidence/redact-recording', input);
      return made.ok ? done({ json: { ...made.value, kind: 'evidence' }, lines: [made.value.id] }) : made;
    });
  },
};

export const proposeFacesOf: Command = {
  words: ['redact', 'faces'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'tell where faces may be in a picture, as --region of redact picture takes it; a proposal to look at, which misses some: nothing is changed',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('evidence/propose-faces', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      const proposed = await host.command('evidence/propose-faces', input);
      if (!proposed.ok) return proposed;
      const lines = proposed.value.faces.map(({ x, y, w, h, score }) => `--region ${x},${y},${w},${h}   ${Math.round(score * 100)} %`);
      return done({ json: proposed.value, lines: [...lines, 'Look at the picture yourself: faces can be missed.'] });
    });
  },
};

export const redactTextInCase: Command = {
  words: ['redact', 'text'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'make a copy of the text of an item with passages replaced by roles, as an item of its own',
  options: {
    passage: { takes: 'FROM-TO=ROLE', about: 'UTF-16 units of the extracted text, and what stands in their place; once for each', many: true },
    people: { takes: null, about: 'replace every name of everybody whose role stands for them' },
    ...why,
  },
  perform: (given, world) => {
    const passages = given.options('passage').map(passageOf);
    const input = checkCommand('evidence/redact-text', { ...stated(given), passages, people: given.option('people') !== undefined }, names);
    return withCase(given, world, 'write', async (host) => {
      const made = await host.command('evidence/redact-text', input);
      return made.ok ? done({ json: { ...made.value, kind: 'evidence' }, lines: [`${made.value.id}  ${made.value.replaced} replaced`] }) : made;
    });
  },
};

function stretchOf(option: string, typed: string) {
  const { from, to } = parseStretch(typed) ?? {};
  if (from === undefined || to === undefined || to === null) throw new UsageError(`${option}: FROM-TO, such as 1:02.5-1:15`);
  return { from, to };
}

function regionOf(typed: string, usage = '--region: X,Y,W,H in pixels') {
  const [, x, y, w, h] = /^(\d+),(\d+),(\d+),(\d+)$/.exec(typed) ?? [];
  if (h === undefined) throw new UsageError(usage);
  return { x: Number(x), y: Number(y), w: Number(w), h: Number(h) };
}

function passageOf(typed: string) {
  const [, start, end, role] = /^(\d+)-(\d+)=(.+)$/.exec(typed) ?? [];
  if (role === undefined) throw new UsageError('--passage: FROM-TO=ROLE, such as 120-131=captive 1');
  return { start: Number(start), end: Number(end), role };
}
