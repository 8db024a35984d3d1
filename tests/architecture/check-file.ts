import { posix } from 'node:path';
import { codeLines, readImports, withoutComments } from './read-imports.ts';
import { type Room, rooms } from './rooms.ts';

export type SourceFile = { readonly path: string; readonly source: string };

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const longRooms = ['main/crypto', 'main/casefile', 'main/dossier/formats'];

/** The most specific room of a file, with the folder it owns, or null when it lies in none. */
export function roomOf(path: string): { readonly room: Room; readonly own: string } | null {
  for (const room of rooms.toSorted((a, b) => b.room.length - a.room.length)) {
    if (!room.room.endsWith('/*')) {
      if (inside(path, room.room)) return { room, own: room.room };
      continue;
    }
    const parent = room.room.slice(0, -2);
    if (inside(path, parent))
      return {
        room,
        own: path
          .split('/')
          .slice(0, parent.split('/').length + 1)
          .join('/'),
      };
  }
  return null;
}

/** Everything wrong with one file of the product, each as a sentence that says what to do instead. */
export function checkFile({ path, source }: SourceFile): readonly string[] {
  const home = roomOf(path);
  if (!home) return [`${path} lies in no room: put it in a folder of tests/architecture/rooms.ts, or add the room with its reason.`];
  return [...checkImports(path, source, home.room, home.own), ...checkSize({ path, source }), ...checkPurity(path, source), ...checkReach(path, source)];
}

function checkImports(path: string, source: string, room: Room, own: string): readonly string[] {
  return readImports(source).flatMap((specifier) => {
    if (specifier === 'electron' || specifier.startsWith('electron/')) {
      if (!path.endsWith('.electron.ts')) return [`${path} imports electron: only files named *.electron.ts may; keep the logic in plain Node.`];
    }
    const local = localPath(path, specifier);
    if (local !== null) {
      const may = room.may.map((folder) => (folder === '.' ? own : folder));
      if (may.some((folder) => inside(local, folder))) return [];
      return [`${path} imports ${local}: ${own} may import only ${may.join(', ')}.`];
    }
    const name = packageOf(specifier);
    return Object.hasOwn(room.packages, name)
      ? []
      : [`${path} uses the package ${name}: add it to ${room.room} in tests/architecture/rooms.ts with its reason.`];
  });
}

function localPath(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier));
  return specifier.startsWith('#') ? specifier.slice(1) : null;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Holds for tests and style sheets as well as for the product's sources. */
export function checkSize({ path, source }: SourceFile): readonly string[] {
  const limit = longRooms.some((room) => inside(path, room)) ? 400 : 250;
  const lines = codeLines(source);
  return lines > limit ? [`${path} has ${lines} lines of code; the limit is ${limit}: it holds more than one thought.`] : [];
}

const impure =
  /\b(Date\.now|new Date\(\)|Math\.random|performance\.|process\.|globalThis\.|document\.|window\.|localStorage|fetch\(|setTimeout|setInterval|console\.)/;

function checkPurity(path: string, source: string): readonly string[] {
  if (!inside(path, 'shared')) return [];
  const found = impure.exec(withoutComments(source).replace(/'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "''"));
  return found ? [`${path} uses ${found[1]}: shared is pure; take time, chance and the outside as arguments.`] : [];
}

const reach: readonly (readonly [RegExp, string])[] = [
  [/['"]node:(https?|http2|dgram|dns|tls|dns\/promises|inspector)['"]/, 'a module that can reach the network or be reached'],
  [/\b(XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|sendBeacon)\b/, 'a way to the network'],
  [/\bopenExternal\b/, 'openExternal'],
  [/\b(autoUpdater|crashReporter)\b/, 'a service that calls home'],
  [/\bdangerouslySetInnerHTML\b/, 'dangerouslySetInnerHTML'],
  [/\beval\s*\(|\bnew Function\s*\(/, 'code made from text'],
];

function checkReach(path: string, source: string): readonly string[] {
  const code = withoutComments(source);
  return reach.flatMap(([pattern, what]) => (pattern.test(code) ? [`${path} uses ${what}, which the product never does.`] : []));
}

/** Cycles among files, each as the path that closes it. */
export function findCycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map((file) => [file.path, readImports(file.source).flatMap((specifier) => localPath(file.path, specifier) ?? [])]));
  const state = new Map<string, 'open' | 'closed'>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'open')
      cycles.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')} is a cycle: move what both need to a file of its own.`);
    if (state.has(path)) return;
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'closed');
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
