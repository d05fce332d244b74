import { type DocumentKind, extensions } from './kind.ts';

/**
 * Whether a name may be kept with a document: visible characters of one line, no path, nothing that turns the direction of
 * writing, and an end that fits what the file is. It is shown to people and never used as a path.
 */
export function isFileName(name: string, kind: DocumentKind): boolean {
  if (name.length < 1 || name.length > 120 || name !== name.trim()) return false;
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\\/:*?"<>|]/u.test(name)) return false;
  if (name.startsWith('.') || name.endsWith('.') || name.includes('..') || reserved.test(name)) return false;
  const parts = name.toLowerCase().split('.').slice(1);
  const last = parts.at(-1);
  if (last === undefined) return true;
  return extensions[kind].includes(last) && !parts.slice(0, -1).some((part) => runs.has(part));
}

/** Names of devices on Windows, whatever their end. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Ends of what runs, or is opened by what runs: `scan.exe.pdf` is no name of a paper. */
const runs = new Set(
  'exe com bat cmd ps1 vbs js mjs jar msi scr hta lnk sh php asp aspx jsp html htm svg xhtml xml zip rar 7z iso docm xlsm'.split(
    ' ',
  ),
);
