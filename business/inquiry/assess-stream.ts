import { asBytes } from '#engines/rules';
import { type AssessOptions, writeAnswerBytes } from './assess.ts';
import { assessText, isBlank, parse, withoutMark } from './assess-text.ts';
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
  let held: string | null = '';
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (held === null) await driver.take(text);
    else {
      held += text;
      if (held.length > heldCharacters || isManyLines(held)) {
        await driver.take(withoutMark(held));
        held = null;
      }
    }
  }
  const rest = decoder.decode();
  if (held === null) {
    await driver.take(rest);
    return driver.end();
  }
  const answer = assessText(held + rest, options);
  await write(Buffer.from(answer.kind === 'many' ? answer.body : `${answer.body}\n`));
  return { bad: answer.bad };
}

/** True once a first line is a JSON value by itself and something follows it: then the whole cannot be one value. */
function isManyLines(text: string): boolean {
  const start = text.search(/[^ \t\r\n\ufeff]/);
  if (start === -1) return false;
  const end = text.indexOf('\n', start);
  if (end === -1 || isBlank(text.slice(end))) return false;
  return parse(text.slice(start, end)).ok;
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
