import { ok, type PlainDate, type Refusal, type Result, type Text } from '#basics';
import { documentTitles, type FormKind } from '#business/letters';
import type { Reader, Tx } from '#platform/postgres';
import type { Doing } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { guarded } from '../guarded.ts';
import { placeOf } from '../place-of.ts';
import { callRecordPosting, type PostItem, type PostPage, postPage } from './post.store.ts';

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

/** The letters that are to be posted, or were, the oldest first. */
export async function listPost(
  reader: Reader,
  page: PostPage,
): Promise<readonly (LetterToPost & Pick<PostItem, 'owner' | 'caseId'>)[]> {
  return (await postPage(reader, page)).map((item) => ({
    ...shownPost(item),
    ...{ owner: item.owner, caseId: item.caseId },
  }));
}

export function shownPost(item: PostItem): LetterToPost {
  const { caseNumber, seq, kind, to, madeAt, postedOn, reference } = item;
  const title = documentTitles[kind as FormKind]; // only forms are posted
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
