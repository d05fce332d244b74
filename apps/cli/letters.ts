import { writeFileSync } from 'node:fs';
import { ok, type Refusal, type Result, refuse, shanghaiTime } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Language,
  listLetters,
  type Printed,
  type PrintingContext,
  printHtml,
  printPdf,
} from '#business/letters';
import type { Database } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** The agency as letters need it, and who is at the keyboard. */
export interface LettersDesk {
  readonly agency: PrintingContext & { readonly database: Database };
  readonly caller: Caller;
}

/** `suixing letter list CASE`: what was written to the person, the oldest first. */
export async function listLettersOf(
  frame: Frame,
  { agency, caller, number }: LettersDesk & { readonly number: string },
): Promise<ExitCode> {
  frame.shown?.add(number);
  const listed = await listLetters(agency.database, { caller, number });
  const items = listed.ok ? ok({ items: listed.value }) : listed;
  return conclude(frame, items, ({ items: letters }) =>
    letters
      .map((letter) => {
        const { number: called, title, language, issuedAt } = letter;
        return [called, say(frame, title), language, shanghaiTime(issuedAt)].join('  ');
      })
      .join('\n'),
  );
}

export interface PrintAsked {
  /** As `letter list` names it: CASE/NUMBER. */
  readonly letter: string;
  readonly language: Language | null;
  readonly html: boolean;
  /** Standard output where null. */
  readonly out: string | null;
}

/** `suixing letter print LETTER`: the letter as PDF or as a page, the same whenever it is printed. */
export async function printLetterOf(
  frame: Frame,
  { agency, caller, asked }: LettersDesk & { readonly asked: PrintAsked },
): Promise<ExitCode> {
  const [, number = '', seq = '', heir] = /^(.+)\/(\d{1,6})(?:-(\d{1,4}))?$/.exec(asked.letter.trim()) ?? [];
  if (number === '')
    return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: 'LETTER' } }), () => '');
  frame.shown?.add(number);
  const place = {
    caller,
    number,
    seq: Number(seq),
    heir: heir === undefined ? null : Number(heir),
    language: asked.language,
  };
  const printed = asked.html
    ? await printHtml(agency.database, { ...place, seal: agency.seal })
    : await printPdf(agency.database, { ...place, context: agency });
  return writePrinted(frame, { printed, name: asked.letter, out: asked.out });
}

/** Puts a PDF or a page where it was asked for; standard output where no file is named. */
export function writePrinted(
  frame: Frame,
  told: {
    readonly printed: Result<Printed | string, Refusal>;
    readonly name: string;
    readonly out: string | null;
  },
): ExitCode {
  const { printed, name, out } = told;
  if (!printed.ok) return conclude(frame, printed, () => '');
  const { value } = printed;
  const [bytes, replaced] =
    typeof value === 'string' ? [Buffer.from(value, 'utf8'), []] : [Buffer.from(value.pdf), value.replaced];
  if (out === null) {
    frame.stdout.write(bytes);
    return 0;
  }
  try {
    writeFileSync(out, bytes);
  } catch {
    return conclude(frame, refuse({ code: 'cli.unwritable-file', figures: { file: out } }), () => '');
  }
  const written = { letter: name, file: out, bytes: bytes.length, replaced };
  return conclude(frame, ok(written), () =>
    [
      say(frame, { zh: `已写入 ${out}`, en: `Written to ${out}` }),
      ...(replaced.length === 0 ? [] : [say(frame, lacking(replaced))]),
    ].join('\n'),
  );
}

function lacking(replaced: readonly string[]) {
  return {
    zh: `字库没有这些字，信上以统一码代替，请手写补上：${replaced.join('、')}`,
    en: `No font has these characters; the letter shows their codes, write them in by hand: ${replaced.join(', ')}`,
  };
}
