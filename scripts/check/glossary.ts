import { type Files, isTest, lineAt, sources, type Violation } from './violation.ts';

const glossaryFile = 'docs/glossary.md';
/** Below this heading stand the words that the design has and the code has not yet. */
const laterHeading = '## Words whose code comes later';

interface Term {
  readonly zh: string;
  readonly en: string;
  readonly identifiers: readonly string[];
  readonly line: number;
  readonly later: boolean;
}

/** One word, one meaning: the glossary names every noun in both languages with the identifier that the code uses. */
export function checkGlossary(files: Files): readonly Violation[] {
  const text = files.get(glossaryFile);
  if (text === undefined) return [{ path: glossaryFile, line: 0, says: 'is missing' }];
  const terms = readTerms(text);
  const words = wordsOfCode(files);
  return [
    ...terms.flatMap((term) => termComplaints(term, words)).map((at) => ({ path: glossaryFile, ...at })),
    ...doubled(terms).map((at) => ({ path: glossaryFile, ...at })),
    ...nounsWithoutEntry(files, terms),
  ];
}

function readTerms(text: string): readonly Term[] {
  const laterFrom = text.includes(laterHeading) ? text.indexOf(laterHeading) : text.length;
  return [...text.matchAll(/^\|(.+)\|(.*)\|(.*)\|(.*)\|$/gm)]
    .filter((row) => !/^[\s-]+$/.test(row[1] ?? '') && !(row[1] ?? '').includes('中文'))
    .map((row) => ({
      zh: (row[1] ?? '').trim(),
      en: (row[2] ?? '').trim(),
      identifiers: [...(row[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
      line: lineAt(text, row.index),
      later: row.index > laterFrom,
    }));
}

function termComplaints(term: Term, words: ReadonlySet<string>): readonly { line: number; says: string }[] {
  const complaints: string[] = [];
  if (!/\p{Script=Han}/u.test(term.zh)) complaints.push('has no Chinese word');
  if (!/[a-z]/i.test(term.en)) complaints.push('has no English word');
  if (term.identifiers.length === 0) complaints.push('has no identifier');
  const inCode = term.identifiers.filter((identifier) => words.has(identifier));
  if (term.later && inCode.length > 0)
    complaints.push(`${inCode.join(', ')} is in the code now; move the row up`);
  const absent = term.identifiers.filter((identifier) => !words.has(identifier));
  if (!term.later && absent.length > 0) complaints.push(`${absent.join(', ')} occurs nowhere in the code`);
  return complaints.map((says) => ({ line: term.line, says: `“${term.en || term.zh}” ${says}` }));
}

function doubled(terms: readonly Term[]): readonly { line: number; says: string }[] {
  const again = terms.filter(({ en }, index) => terms.findIndex((other) => other.en === en) < index);
  return again.map(({ line, en }) => ({ line, says: `“${en}” is listed twice` }));
}

function wordsOfCode(files: Files): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [path, text] of files) {
    const isCode = /\.tsx?$/.test(path) && !path.startsWith('scripts/') && !isTest(path);
    if (!isCode && !path.startsWith('migrations/')) continue;
    for (const match of text.matchAll(/[A-Za-z_][\w-]*/g)) words.add(match[0]);
    for (const part of path.split(/[/.]/)) words.add(part);
  }
  return words;
}

/** A room's noun is the exported type that has a file of its own: `person.ts` with `Person`. */
function nounsWithoutEntry(files: Files, terms: readonly Term[]): readonly Violation[] {
  const listed = new Set(terms.flatMap(({ identifiers }) => identifiers));
  return sources(files).flatMap(([path, text]) => {
    const file = /^business\/[\w-]+\/([\w-]+)\.ts$/.exec(path)?.[1];
    if (!file) return [];
    const noun = file.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
    const declared = new RegExp(`^export (?:interface|type) ${noun}\\b`, 'm').exec(text);
    if (!declared || listed.has(noun)) return [];
    return [
      {
        path,
        line: lineAt(text, declared.index),
        says: `${noun} is a noun without an entry in ${glossaryFile}`,
      },
    ];
  });
}
