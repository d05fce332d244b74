import { createHash } from 'node:crypto';
import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { numberInText } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import type { EstateCase, SuccessionContext } from './context.ts';
import { divisionInForce, type Estate } from './estate.ts';
import { guarded } from './guarded.ts';
import { callBeSuccessor, callGiveLink, callHearSuccessor } from './guards.store.ts';
import { heirOfLink } from './store.ts';
import { isMinor, type Word } from './successor.ts';

/** What an heir says, and by which way: at the window to a clerk with a paper, by their own link, or signed in for their own share. */
export interface Saying {
  readonly successorId: string;
  readonly word: Word;
  /** Whose shares an objection disputes; the heir’s own where nobody is named. */
  readonly disputes: readonly string[];
  readonly paperReference: string | null;
  /** The session of the clerk or of the heir, or the secret of the link. */
  readonly token: string | null;
  readonly secret: string | null;
  /** True at the window, where there is a paper. */
  readonly onPaper: boolean;
}

/** Records it; answers how many orders an objection holds back. */
export async function hearSuccessor(
  tx: Tx,
  { clock }: Pick<SuccessionContext, 'clock'>,
  asked: {
    readonly file: EstateCase;
    readonly saying: Saying;
    readonly estate: Estate;
    readonly today: PlainDate;
  },
): Promise<Result<number, Refusal>> {
  const { file, saying, estate, today } = asked;
  const { successorId, word, secret, token, onPaper } = saying;
  const heir = estate.successors.find(({ id }) => id === successorId);
  if (!heir) return refuse({ code: 'succession.no-successor' });
  if (word === 'waive' && isMinor(heir, today)) return refuse({ code: 'succession.minor-cannot-waive' });
  const paper = saying.paperReference?.trim() ?? '';
  if (onPaper && paper === '') return refuse({ code: 'succession.paper-missing' });
  const problems = numberInText('paperReference', paper);
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const division = divisionInForce(estate);
  if (word === 'agree' && !division) return refuse({ code: 'succession.no-division' });
  const disputes = word === 'object' ? (saying.disputes.length > 0 ? saying.disputes : [successorId]) : [];
  if (disputes.some((id) => !estate.successors.some((one) => one.id === id)))
    return refuse({ code: 'succession.no-successor' });
  return guarded(
    callHearSuccessor(tx, {
      ...{ token, secret, ownerId: file.ownerId, caseId: file.id, successorId, word },
      ...{ disputes, divisionId: word === 'agree' ? (division?.id ?? null) : null },
      ...{ paperReference: paper === '' ? null : paper, at: clock.now() },
    }),
  );
}

/** Somebody who has signed in as a successor says which heir they are. */
export function beSuccessor(
  tx: Tx,
  { clock }: Pick<SuccessionContext, 'clock'>,
  asked: { readonly file: EstateCase; readonly successorId: string; readonly token: string },
): Promise<Result<void, Refusal>> {
  const { file, successorId, token } = asked;
  const row = { token, ownerId: file.ownerId, caseId: file.id, successorId, at: clock.now() };
  return guarded(callBeSuccessor(tx, row));
}

/** How long a link is good where nobody says otherwise. */
export const linkDays = 30;

/** A clerk gives one heir a link, or a successor passes one on: a secret of 160 random bits, told once; the database keeps its hash. */
export async function giveHeirLink(
  tx: Tx,
  { random }: Pick<SuccessionContext, 'random'>,
  asked: {
    readonly file: EstateCase;
    readonly token: string;
    readonly successorId: string;
    readonly days: number;
  },
): Promise<Result<{ readonly secret: string; readonly expiresAt: string }, Refusal>> {
  const { file, token, successorId, days } = asked;
  const secret = `sxh_${Buffer.from(random(20)).toString('base64url')}`;
  const secretHash = createHash('sha256').update(`suixing heir link ${secret}`, 'utf8').digest();
  const given = await guarded(
    callGiveLink(tx, { token, ownerId: file.ownerId, caseId: file.id, successorId, secretHash, days }),
  );
  return given.ok ? ok({ secret, expiresAt: given.value.toISOString() }) : given;
}

/** Whose link it is, and of which case. */
export async function openHeirLink(
  reader: Reader,
  secret: string,
): Promise<
  Result<
    {
      readonly file: EstateCase;
      readonly successorId: string;
      readonly expiresAt: Date;
      readonly byRelative: boolean;
    },
    Refusal
  >
> {
  const found = await guarded(heirOfLink(reader, secret));
  if (!found.ok) return found;
  if (!found.value) return refuse({ code: 'succession.link-over' });
  const { ownerId, caseId, successorId, expiresAt, byRelative } = found.value;
  return ok({ file: { ownerId, id: caseId }, successorId, expiresAt, byRelative });
}
