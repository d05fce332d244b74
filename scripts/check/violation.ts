/** Path inside the repository, with `/`, to the text of the file. */
export type Files = ReadonlyMap<string, string>;

/** One place where the house rules are not kept, and what to do about it. */
export interface Violation {
  readonly path: string;
  /** Counted from 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly says: string;
}

export type Check = (files: Files) => readonly Violation[];

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

/** The TypeScript files, without those that a program wrote. */
export function sources(files: Files): readonly (readonly [path: string, text: string])[] {
  return [...files].filter(([path, text]) => /\.tsx?$/.test(path) && !isGenerated(path, text));
}

function isGenerated(path: string, text: string): boolean {
  return /(^|[./-])generated([./-]|$)/.test(path) || /^\/[/*]+ Generated\b/.test(text);
}
