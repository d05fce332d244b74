import { scan } from './scan.ts';
import { type Files, isTest, lineAt, sources, type Violation } from './violation.ts';

/** Two tests of one file under one title cannot be told apart when one of them fails. */
export function checkTitles(files: Files): readonly Violation[] {
  return sources(files)
    .filter(([path]) => isTest(path))
    .flatMap(([path, text]) => checkFile(path, text));
}

function checkFile(path: string, text: string): readonly Violation[] {
  const { code, strings } = scan(text);
  const seen = new Set<string>();
  let group = '';
  return strings.flatMap((literal) => {
    const call = /\b(test|it|describe)(?:\.\w+)*(?:\([^()]*\))?\(\s*$/.exec(
      code.slice(Math.max(0, literal.start - 2000), literal.start),
    );
    if (!call) return [];
    if (call[1] === 'describe') group = literal.text;
    const title = `${group} > ${literal.text}`;
    if (call[1] === 'describe' || !seen.has(title)) {
      seen.add(title);
      return [];
    }
    return [{ path, line: lineAt(text, literal.start), says: `two tests are titled “${literal.text}”` }];
  });
}
