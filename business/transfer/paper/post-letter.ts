import { ok, type PlainDate, type Refusal, type Result, type Text } from '#basics';
import { type FormKind, titleOf } from '#business/letters';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader, Tx } from '#platform/postgres';
import type { Doing } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { guarded } from '../guarded.ts';
import { placeOf } from '../place-of.ts';
import { callRecordPosting, type PostItem, type PostPlace, postOfCase, postPage } from './post.store.ts';

/** A letter to an agency without a gateway, as the list of letters to be posted shows it. */
export interface LetterToPost {
  /** The letter's number, by which it is printed. */
  readonly letter: string;
  readonly caseNumber: string;
  readonly seq: number;
  readonly title: Text;
  readonly to: string;
  readonly madeAt: Date;
  readonly postedOn: PlainDate | null;
  readonly reference: string | null;
}

/** The letters that are to be posted, or were, the oldest first. Refuses `http.cursor`. */
export async function listPost(
  reader: Reader,
  asked: { readonly posted: boolean; readonly cursor: string | null; readonly limit: number },
): Promise<Result<{ readonly items: readonly LetterToPost[]; readonly next: string | null }, Refusal>> {
  const { posted, limit } = asked;
  const bound = { list: 'partner-post', posted };
  const place = readCursor(asked.cursor, bound);
  if (!place.ok) return place;
  const [at, owner, caseId, seq] = (place.value ?? []).map(String);
  const after = at && owner && caseId ? { at: new Date(at), owner, caseId, seq: Number(seq) } : null;
  const found = await postPage(reader, { posted, after, limit: limit + 1 });
  const last = found.length > limit ? found[limit - 1] : undefined;
  const position = last ? [last.madeAt.toISOString(), last.owner, last.caseId, last.seq] : [];
  return ok({
    items: found.slice(0, limit).map(shownPost),
    next: last ? writeCursor({ position, query: bound }) : null,
  });
}

/** What was written in one transfer on paper, the oldest first. */
export async function listPostOf(
  reader: Reader,
  place: Pick<PostPlace, 'owner' | 'caseId'>,
): Promise<readonly LetterToPost[]> {
  return (await postOfCase(reader, place)).map(shownPost);
}

function shownPost(item: PostItem): LetterToPost {
  const { caseNumber, seq, kind, step, to, madeAt, postedOn, reference } = item;
  const title = titleOf({ kind: kind as FormKind, step }); // only forms are posted
  return { letter: `${caseNumber}/${seq}`, caseNumber, seq, title, to, madeAt, postedOn, reference };
}

/**
 * A clerk has posted a letter, or handed it over: the other agency's time to answer runs from that day. Refuses
 * `transfer.nothing-to-post`, `.posted-already` and `.posted-on-no-such-day`.
 */
export async function recordPosted(
  tx: Tx,
  posted: Omit<Doing, 'seen'> & {
    readonly seq: number;
    readonly postedOn: PlainDate;
    readonly reference: string | null;
  },
): Promise<Result<{ readonly letter: string; readonly postedOn: PlainDate }, Refusal>> {
  const { context, caller, seq, postedOn, reference } = posted;
  const found = await transferByNumber(tx, posted);
  if (!found.ok) return found;
  const { file } = found.value;
  const done = await guarded(
    callRecordPosting(tx, {
      ...{ ...placeOf(file), seq, postedOn, reference },
      ...{ token: caller.token, at: context.clock.now() },
    }),
  );
  return done.ok ? ok({ letter: `${file.number}/${seq}`, postedOn }) : done;
}
