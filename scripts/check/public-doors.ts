import { fileOf, importsOf } from './imports.ts';
import { type Files, isTest, lineAt, type Violation } from './violation.ts';

/** Packages that run in a browser as they are. */
const fitForBrowsers = new Set([
  ...['zod', 'react', 'react-dom/client', 'react/jsx-runtime'],
  ...['@noble/curves/ed25519.js', 'jsqr'],
  ...['react-router', 'react-router/dom', '@tanstack/react-query', 'react-hook-form', 'qrcode-generator'],
]);

/**
 * Whatever a `public.ts` reaches, and whatever the portal's pages reach, also runs in a browser: no Node, no database, no
 * `Buffer` and no `process`. Imports of types only are followed too, so that nobody moves a noun behind the database.
 */
export function checkPublicDoors(files: Files): readonly Violation[] {
  const violations: Violation[] = [];
  const seen = new Map<string, string>();
  const waiting = [...files.keys()].filter(isStart).map((path) => ({ path, door: path }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const text = files.get(next.path);
    if (text === undefined || seen.has(next.path)) continue;
    seen.set(next.path, next.door);
    violations.push(...globalsUsed(next.path, next.door, text));
    for (const { specifier, line } of importsOf(text)) {
      const target = fileOf(specifier, next.path);
      if (target && (!target.startsWith('platform/') || isPureRoom(target)))
        waiting.push({ path: target, door: next.door });
      else if (!fitForBrowsers.has(specifier))
        violations.push({
          path: next.path,
          line,
          says: `${specifier} does not run in a browser, and ${next.door} reaches it`,
        });
    }
  }
  return violations;
}

function isStart(path: string): boolean {
  if (isTest(path) || /\.testing\./.test(path)) return false;
  return path.endsWith('/public.ts') || /^basics\/.*\.ts$/.test(path) || pagePart.test(path);
}

/** What the portal sends to browsers: everything of it but what builds, serves and shows it. */
const pagePart = /^apps\/portal\/(?!(?:server|screens)\/)[\w-]+\/.*\.tsx?$/;

/** A room of the platform that has a public door is followed through it. */
function isPureRoom(target: string): boolean {
  return /^platform\/(calendar\/|typesetting\/(public|qr)\.ts$)/.test(target);
}

function globalsUsed(path: string, door: string, text: string): readonly Violation[] {
  return [
    ...text.matchAll(/^(?!\s*(?:\/\/|\*)).*\b(Buffer\.|process\.(?:env|argv|cwd)|import\.meta\.dirname)/gm),
  ].map((match) => ({
    path,
    line: lineAt(text, match.index),
    says: `${match[1]} does not exist in a browser, and ${door} reaches it`,
  }));
}
