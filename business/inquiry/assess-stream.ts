import { asBytes } from '#engines/rules';
import { type AssessOptions, writeAnswerBytes } from './assess.ts';
import { assessLine, isBlank, isOneRequest, parse, withoutMark } from './assess-text.ts';
import { notJson } from './problems.ts';

/** Where a stream of requests comes from and where its answers go. */
export interface RequestStream {
  /** UTF-8, in pieces of any size. */
  readonly chunks: AsyncIterable<Uint8Array | string>;
  /** Takes answers in UTF-8, whole lines at a time; resolves when it can take more. */
  readonly write: (bytes: Uint8Array) => Promise<void> | void;
}

/** Above this a text that began with a broken line is read line by line rather than held as one value. */
const heldCharacters = 64 * 1024 * 1024;

/** Answers are handed on in pieces of about this many bytes: few of them, and small enough to need little memory. */
const batchBytes = 64 * 1024;

/**
 * Assesses a stream of any length in little memory: one JSON value is one request, otherwise every line is one. Says
 * whether any of it was bad. The same answers as `assessText`; a test holds the two together.
 */
export async function assessStream(
  { chunks, write }: RequestStream,
  options: AssessOptions = {},
): Promise<{ readonly bad: boolean }> {
  const decoder = new TextDecoder(); // also drops a byte order mark
  const driver = lineDriver(write, options);
  let holding: Holding | null = { pieces: [], characters: 0, firstLine: 'unknown' };
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (holding === null) await driver.take(text);
    else {
      hold(holding, text);
      if (holding.firstLine === 'request' || holding.characters > heldCharacters) {
        await driver.take(withoutMark(holding.pieces.join('')));
        holding = null;
      }
    }
  }
  const rest = decoder.decode();
  if (holding === null) await driver.take(rest);
  else {
    const text = withoutMark(holding.pieces.join('') + rest);
    if (isOneRequest(text)) {
      const answer = assessLine(text, options);
      await write(Buffer.from(`${answer.json}\n`));
      return { bad: answer.bad };
    }
    await driver.take(text);
  }
  return driver.end();
}

/** The text so far, while it may still be one JSON value. */
interface Holding {
  pieces: string[];
  characters: number;
  /** `request`: a value by itself with more behind it, so that the whole is lines. `broken`: only the end can tell. */
  firstLine: 'unknown' | 'request' | 'broken';
}

function hold(holding: Holding, text: string): void {
  holding.pieces.push(text);
  holding.characters += text.length;
  // Looked at until its first line is known, and never again: a large text would be read over and over.
  if (holding.firstLine !== 'unknown') return;
  const lineMayBeKnown = text.includes('\n') || holding.pieces[0]?.includes('\n');
  if (!lineMayBeKnown) return;
  const all = holding.pieces.join('');
  holding.pieces = [all];
  holding.firstLine = firstLineOf(all);
}

function firstLineOf(text: string): Holding['firstLine'] {
  const start = text.search(/[^ \t\r\n\ufeff]/);
  const end = start === -1 ? -1 : text.indexOf('\n', start);
  if (end === -1) return 'unknown';
  if (!parse(text.slice(start, end)).ok) return 'broken';
  return isBlank(text.slice(end)) ? 'unknown' : 'request';
}

interface LineDriver {
  readonly take: (text: string) => Promise<void>;
  readonly end: () => Promise<{ readonly bad: boolean }>;
}

function lineDriver(write: RequestStream['write'], options: AssessOptions): LineDriver {
  let unfinished = '';
  let answers = '';
  let bad = false;
  const spell = remembered(asBytes);
  function answer(line: string): void {
    if (isBlank(line)) return;
    const parsed = parse(line);
    const written = parsed.ok
      ? writeAnswerBytes(parsed.value, { options, spell })
      : { json: spell(JSON.stringify(notJson(line))), bad: true };
    answers += `${written.json}\n`;
    bad ||= written.bad;
  }
  return {
    async take(text) {
      const all = unfinished + text;
      let start = 0;
      for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', start)) {
        answer(all.slice(start, end));
        start = end + 1;
        if (answers.length > batchBytes) {
          await write(Buffer.from(answers, 'latin1')); // one character is one byte already
          answers = '';
        }
      }
      unfinished = all.slice(start);
    },
    async end() {
      answer(unfinished);
      if (answers !== '') await write(Buffer.from(answers, 'latin1'));
      return { bad };
    },
  };
}

/** Spells the few texts that recur on line after line once. Forgets all of them before they could grow without bound. */
function remembered(spell: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= 1000) known.clear();
    const spelled = spell(text);
    if (text.length < 4096) known.set(text, spelled);
    return spelled;
  };
}
