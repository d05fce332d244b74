import { fileOf, type Import, importsOf, roomOf } from './imports.ts';
import { type Files, isTest, sources, type Violation } from './violation.ts';

const procedures = [
  'business/life-events',
  'business/withdrawal',
  'business/transfer',
  'business/reimbursement',
];
const records = [
  'registry',
  'personal-account',
  'contributions',
  'payments',
  'access',
  'supervision',
  'card',
  'adjustment',
  'succession',
  'interest',
  'materials',
].map((room) => `business/${room}`);

/** What each storey may import besides itself. Tools stand beside the house and may look into every room. */
const below: Readonly<Record<string, readonly string[]>> = {
  basics: [],
  law: ['basics'],
  platform: ['platform', 'basics'],
  engines: ['platform', 'basics'],
  business: ['business', 'engines', 'platform', 'basics', 'law'],
  apps: ['apps', 'business', 'engines', 'platform', 'basics', 'law', 'scenarios'],
  scenarios: ['scenarios', 'business', 'engines', 'platform', 'basics', 'law'],
  bench: ['apps', 'business', 'engines', 'platform', 'basics', 'law', 'scenarios'],
  scripts: ['apps', 'business', 'engines', 'platform', 'basics', 'law', 'scenarios'],
};

interface Step {
  readonly path: string;
  readonly room: string;
  readonly target: string;
  readonly targetRoom: string;
  readonly imported: Import;
}

/** Imports go down the storeys, through front doors only; ARCHITECTURE.md says why. */
export function checkStoreys(files: Files): readonly Violation[] {
  return [
    ...misplacedDoors(files),
    ...sources(files).flatMap(([path, text]) => checkFile(path, text, files)),
  ];
}

/** An `index.ts` inside a room would be a second door by accident. */
function misplacedDoors(files: Files): readonly Violation[] {
  return [...files.keys()]
    .filter((path) => /\/(index|public)\.ts$/.test(path) && path.split('/').length > 3)
    .map((path) => ({
      path,
      line: 0,
      says: 'is a door inside a room; only a room itself has index.ts and public.ts',
    }));
}

function checkFile(path: string, text: string, files: Files): readonly Violation[] {
  const room = roomOf(path, files);
  const starred = /^export \* /m.test(text)
    ? [{ path, line: 0, says: 'uses `export *`; a door lists its names' }]
    : [];
  const misdirected = importsOf(text).flatMap((imported) => {
    const target = fileOf(imported.specifier, path);
    const says = target
      ? complaint({ path, room, target, targetRoom: roomOf(target, files), imported })
      : packageComplaint(path);
    return says ? [{ path, line: imported.line, says: `${imported.specifier} ${says}` }] : [];
  });
  return [...starred, ...misdirected];
}

function complaint(step: Step): string | null {
  return step.imported.specifier.startsWith('.') ? relativeComplaint(step) : doorComplaint(step);
}

function relativeComplaint({ path, imported, room, targetRoom, target }: Step): string | null {
  if (standsUpTests(path) && standsUpTests(target)) return null;
  if (imported.specifier.startsWith('../..') && !isPageToUi(room, target))
    return 'climbs more than one folder';
  // The files at the top set up the tools, which have no door; benchmarks need what was set up for them.
  if (room !== targetRoom && !((room === '.' || room === 'bench') && targetRoom === 'scripts'))
    return `reaches into ${targetRoom}; import #${targetRoom}`;
  if (/\/index\.ts$/.test(target)) return "is the room's own front door; import the file that has it";
  return null;
}

/** What stands an agency up for tests has no door, since nothing that runs may come in by it; another room's may build on it. */
function standsUpTests(path: string): boolean {
  return path.startsWith('apps/') && path.endsWith('.testing.ts');
}

/** Pages lie two folders deep (`<who>/<journey>`) and are made of the portal's shared parts. */
function isPageToUi(room: string, target: string): boolean {
  return room === 'apps/portal' && target.startsWith('apps/portal/ui/');
}

function doorComplaint(step: Step): string | null {
  const { path, room, targetRoom, imported } = step;
  const wanted = imported.specifier.slice(1).replace(/\/public$/, '');
  if (wanted !== targetRoom) return `is deeper than the front door #${targetRoom}`;
  if (room === targetRoom) return isTest(path) ? null : 'is its own room; use a relative import';
  if (targetRoom === 'platform/testing') return mayUseTesting(path) ? null : 'is for tests only';
  return storeyComplaint(step) ?? neighbourComplaint(step) ?? pureComplaint(step);
}

function mayUseTesting(path: string): boolean {
  return (
    isTest(path) || /^(bench|scripts|scenarios|platform)\//.test(path) || /(^|[/.-])testing\b/.test(path)
  );
}

function storeyComplaint({ room, targetRoom }: Step): string | null {
  const storey = storeyOf(room);
  const allowed = below[storey];
  const target = storeyOf(targetRoom);
  if (!allowed || allowed.includes(target)) return null;
  return `goes up or aside: ${storey} may import ${allowed.join(', ') || 'nothing'}`;
}

/** The procedures meet in the records, never in each other. */
function neighbourComplaint({ room, targetRoom, imported }: Step): string | null {
  if (!targetRoom.startsWith('business/')) return null;
  if (records.includes(room) && [...procedures, 'business/inquiry'].includes(targetRoom))
    return `is a procedure; ${room} is a record and knows none`;
  if (procedures.includes(room) && (procedures.includes(targetRoom) || targetRoom === 'business/inquiry'))
    return 'is another procedure; procedures meet in the records and in casework';
  if (
    room === 'business/inquiry' &&
    procedures.includes(targetRoom) &&
    !imported.specifier.endsWith('/public')
  )
    return 'may be read by inquiry through its public door only';
  return null;
}

const pureFile = /(^|\/)(decide-[\w-]+|refusals|public|messages)\.ts$|\/grounds\/[\w-]+\.ts$/;

function pureComplaint({ path, targetRoom }: Step): string | null {
  if (!/^(business|engines)\//.test(path) || isTest(path) || !pureFile.test(path)) return null;
  return targetRoom.startsWith('platform/')
    ? 'touches the outside; this file decides or names, and stays pure'
    : null;
}

/** Basics and law must run anywhere, so they use no package and nothing of Node. */
function packageComplaint(path: string): string | null {
  const storey = storeyOf(path);
  if ((storey !== 'basics' && storey !== 'law') || isTest(path)) return null;
  return `is a package; ${storey} uses none`;
}

function storeyOf(roomOrPath: string): string {
  return roomOrPath.split('/')[0] ?? '';
}
