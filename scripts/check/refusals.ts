import { type Files, isTest, lineAt, sources, type Violation } from './violation.ts';

interface Declared {
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

const documentation = 'docs/refusals.md';

/** A refusal code is public: declared once, under its folder's name, documented, and never invented where it is used. */
export function checkRefusals(files: Files): readonly Violation[] {
  const declared = declaredCodes(files);
  return [
    ...undocumented(declared, files),
    ...misnamed(declared),
    ...doubled(declared),
    ...undeclared(declared, files),
    ...raisedUnknown(declared, files),
  ];
}

export function declaredCodes(files: Files): readonly Declared[] {
  return sources(files)
    .filter(
      ([path]) =>
        /\/refusals(-[a-z]+)?\.ts$/.test(path) &&
        path.split('/').length === 3 &&
        !path.startsWith('scripts/'),
    )
    .flatMap(([path, text]) =>
      [...text.matchAll(/^\s*'([\w-]+\.[\w.-]+)':\s*\{/gm)].map((match) => ({
        code: match[1] ?? '',
        path,
        line: lineAt(text, match.index + match[0].indexOf("'")),
      })),
    );
}

function undocumented(declared: readonly Declared[], files: Files): readonly Violation[] {
  const text = files.get(documentation) ?? '';
  const missing = declared.filter(({ code }) => !text.includes(`\`${code}\``));
  return missing.map((at) => ({
    ...at,
    says: `${at.code} is not in ${documentation}; run \`npm run docs\``,
  }));
}

function misnamed(declared: readonly Declared[]): readonly Violation[] {
  const wrong = declared.filter(({ code, path }) => !code.startsWith(`${path.split('/').at(-2)}.`));
  return wrong.map((at) => ({ ...at, says: `${at.code} does not begin with the name of its folder` }));
}

function doubled(declared: readonly Declared[]): readonly Violation[] {
  const again = declared.filter(
    ({ code }, index) => declared.findIndex((other) => other.code === code) < index,
  );
  return again.map((at) => ({ ...at, says: `${at.code} is declared twice` }));
}

function undeclared(declared: readonly Declared[], files: Files): readonly Violation[] {
  const known = new Set(declared.map(({ code }) => code));
  return sources(files)
    .filter(([path]) => !isTest(path) && !path.startsWith('scripts/'))
    .flatMap(([path, text]) =>
      [...text.matchAll(/\brefuse\(\s*\{\s*code:\s*'([^']+)'/g)]
        .filter((match) => !known.has(match[1] ?? ''))
        .map((match) => ({
          path,
          line: lineAt(text, match.index),
          says: `${match[1]} stands in no refusals.ts`,
        })),
    );
}

/** The database's guards refuse by code as well; a folder that has a list must have theirs in it. */
function raisedUnknown(declared: readonly Declared[], files: Files): readonly Violation[] {
  const known = new Set(declared.map(({ code }) => code));
  const folders = new Set(declared.map(({ code }) => code.split('.')[0]));
  return [...files]
    .filter(([path]) => path.startsWith('migrations/'))
    .flatMap(([path, text]) =>
      [...text.matchAll(/MESSAGE = '(([\w-]+)\.[\w-]+)'/g)]
        .filter((match) => folders.has(match[2] ?? '') && !known.has(match[1] ?? ''))
        .map((match) => ({
          path,
          line: lineAt(text, match.index),
          says: `${match[1]} stands in no refusals.ts`,
        })),
    );
}
