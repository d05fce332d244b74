import { text } from 'node:stream/consumers';
import type { PlainDate } from '#basics';
import {
  casesOfPerson,
  placeOfCase,
  readTrackingCode,
  type TrackingContext,
  trackCase,
  type WhereItIs,
} from '#business/tracking';
import type { CaseOnDesk } from './case.ts';
import { dueWords } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/**
 * `suixing track NUMBER [--born DAY]`: where a case is, without a login. On standard input comes the code of the receipt; with a
 * day of birth the last four characters of the person's document.
 */
export async function trackOnCli(
  frame: Frame,
  asked: {
    readonly agency: TrackingContext;
    readonly number: string;
    readonly bornOn: PlainDate | null;
  },
): Promise<ExitCode> {
  const { agency, number, bornOn } = asked;
  const shown = (await text(frame.stdin)).trim();
  const factor =
    bornOn === null
      ? ({ by: 'code', code: shown } as const)
      : ({ by: 'document', lastCharacters: shown, bornOn } as const);
  return conclude(frame, await trackCase(agency, { number, factor, from: 'cli' }), (told) =>
    words(frame, told),
  );
}

/** `suixing case tracking-code NUMBER`: what to tell whoever waits for the case. */
export async function showTrackingCode(
  frame: Frame,
  { agency, caller, number }: Pick<CaseOnDesk, 'caller' | 'number'> & { readonly agency: TrackingContext },
): Promise<ExitCode> {
  const told = await readTrackingCode(agency.database, { context: agency, caller, number });
  if (told.ok) frame.shown?.add(number);
  return conclude(frame, told, ({ trackingCode }) => trackingCode);
}

/** `suixing person cases PERSON`: everything that is or was under way for a person. */
export async function showCasesOfPerson(
  frame: Frame,
  asked: Pick<CaseOnDesk, 'caller'> & { readonly agency: TrackingContext; readonly personId: string },
): Promise<ExitCode> {
  const { agency, caller, personId } = asked;
  const told = await casesOfPerson(agency.database, {
    ...{ context: agency, caller, personId, cursor: null, limit: casesAtMost },
  });
  for (const { number } of told.ok ? told.value.items : []) frame.shown?.add(number);
  const none = { zh: '没有办理事项', en: 'no cases' };
  return conclude(frame, told, ({ items }) =>
    items.length === 0 ? say(frame, none) : items.map((each) => words(frame, each)).join('\n'),
  );
}

/** Nobody has as many. */
const casesAtMost = 500;

/** `suixing case place NUMBER`: where one case is, and whose move it is. */
export async function showPlaceOfCase(
  frame: Frame,
  { agency, caller, number }: Pick<CaseOnDesk, 'caller' | 'number'> & { readonly agency: TrackingContext },
): Promise<ExitCode> {
  const told = await placeOfCase(agency.database, { context: agency, caller, number });
  if (told.ok) frame.shown?.add(number);
  return conclude(frame, told, (place) => words(frame, place));
}

function words(frame: Frame, told: WhereItIs): string {
  const since = { zh: `自 ${told.since} 起`, en: `since ${told.since}` };
  const whom = { zh: `在等：${told.waitingName.zh}`, en: `waits for: ${told.waitingName.en}` };
  return [
    [told.number, say(frame, told.procedure)].join('  '),
    [say(frame, told.state), say(frame, since), say(frame, whom), dueWords(frame, told)]
      .filter(Boolean)
      .join('  '),
    ...(told.asked ? [say(frame, told.asked)] : []),
    ...told.papers.map((paper) => `  ${say(frame, paper)}`),
  ].join('\n');
}
