import { scan } from './scan.ts';
import { type Files, sources, type Violation } from './violation.ts';

/** Half of the files fit on one and a half screens, nine in ten on four; a function fits on one. */
const limits = { medianLines: 90, ninetiethLines: 250, fileLines: 400, functionLines: 60 };

export function checkSizes(files: Files): readonly Violation[] {
  const sizes = sources(files).map(([path, text]) => ({ path, lines: text.split('\n').length - 1 }));
  sizes.sort((a, b) => a.lines - b.lines);
  const large = sizes.filter(({ lines }) => lines > limits.fileLines);
  return [
    ...shareComplaint(sizes, 0.5, limits.medianLines),
    ...shareComplaint(sizes, 0.9, limits.ninetiethLines),
    ...large.map(({ path, lines }) => ({
      path,
      line: 0,
      says: `has ${lines} lines; cut it (limit ${limits.fileLines})`,
    })),
    ...sources(files).flatMap(([path, text]) => longFunctions(path, text)),
  ];
}

function shareComplaint(
  sizes: readonly { path: string; lines: number }[],
  share: number,
  limit: number,
): readonly Violation[] {
  const at = sizes[Math.floor((sizes.length - 1) * share)];
  if (!at || at.lines < limit) return [];
  const largest = sizes.slice(-5).map(({ path, lines }) => `${path} (${lines})`);
  return [
    {
      path: '.',
      line: 0,
      says: `${share * 100} in 100 files should have fewer than ${limit} lines, and have ${at.lines}; the largest: ${largest.join(', ')}`,
    },
  ];
}

/** The formatter closes a top-level function with a brace in the first column. */
function longFunctions(path: string, text: string): readonly Violation[] {
  const lines = scan(text).code.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^(?:export )?(?:default )?(?:async )?function\*? (\w+)/.exec(line)?.[1];
    if (!name) return [];
    const length = lines.slice(index).indexOf('}') + 1;
    if (length <= limits.functionLines) return [];
    return [{ path, line: index + 1, says: `${name} has ${length} lines (limit ${limits.functionLines})` }];
  });
}
