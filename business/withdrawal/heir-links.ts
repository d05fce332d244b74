import { ok, type Refusal, type Result, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { type HeirContact, hearSuccessor, recordHeirContact, type SuccessorRow } from '#business/succession';
import { type Word, wordNames } from '#business/succession/public';
import type { Actor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { rests } from './apart.ts';
import { today, type WithdrawalContext } from './context.ts';
import { noneReturnedAnyMore } from './estate-step.ts';
import { accountStep, type NamedAccount, recordAccount } from './heir-accounts.ts';
import { reasonOf, tellHeld } from './heir-words.ts';
import type { NewPayee } from './name-payee.ts';
import { openLink } from './open-heir-link.ts';
import { step } from './step.ts';

type Language = Caller['language'];

/** An heir agrees, waives or objects by their link. */
export async function sayByLink(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    /** Of the page on which they do it: they are written to in it where they chose none. */
    readonly language?: Language;
    readonly secret: string;
    readonly word: Word;
    readonly disputes: readonly string[];
    readonly reason?: string | null;
  },
): Promise<Result<{ readonly said: Text }, Refusal>> {
  const { context, secret, word, disputes } = asked;
  const why = reasonOf(asked.reason ?? null);
  if (!why.ok) return why;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir } = opened.value;
  const by = { paperReference: null, token: null, secret, onPaper: false };
  const saying = { successorId: heir.id, word, disputes, ...by };
  const heard = await hearSuccessor(tx, context, { file, saying, estate, today: today(context) });
  if (!heard.ok) return heard;
  const data = { successorId: heir.id, word, disputes, held: heard.value, ...why.value };
  const actor = actorOfLink(heir, asked.language);
  const moved = await step(tx, { context, file, actor, action: 'hear-heir', data });
  if (!moved.ok) return moved;
  await tellHeld(tx, { context, file: moved.value, held: heard.value, disputed: disputes, by: heir.id });
  const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });
  return settled.ok ? ok({ said: wordNames[word] }) : settled;
}

/** An heir says in which language they want to be written to, and where a notice reaches them. */
export async function keepContactByLink(
  tx: Tx,
  asked: { readonly context: WithdrawalContext; readonly secret: string; readonly contact: HeirContact },
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const { context, secret, contact } = asked;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, heir } = opened.value;
  const kept = await recordHeirContact(tx, context, {
    ...{ file, successorId: heir.id, contact, token: null, secret },
  });
  return kept.ok ? ok({ revision: kept.value }) : kept;
}

/** An heir hands in their own account by their link; after the settlement only for a share that has none, or that came back. */
export async function nameAccountByLink(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    /** Of the page on which they do it: they are written to in it where they chose none. */
    readonly language?: Language;
    readonly secret: string;
    readonly payee: NewPayee;
  },
): Promise<Result<NamedAccount, Refusal>> {
  const { context, secret, payee } = asked;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir } = opened.value;
  const speaker = { token: null, secret };
  const named = { estate, successorId: heir.id, payee };
  const rested = await rests(tx, file);
  const done = await recordAccount(tx, { context, file, named, by: 'successor', self: true, speaker });
  if (!done.ok) return done;
  const data = { successorId: heir.id, accountTail: done.value.accountTail };
  const actor = actorOfLink(heir, asked.language);
  const moved = await accountStep(tx, { context, file, rested, actor, data });
  return moved.ok ? done : moved;
}

/** Whoever holds the link acts as the heir whom it was given to. */
function actorOfLink({ id }: SuccessorRow, language: Language): Actor {
  return { kind: 'successor', id, roles: [], ...(language ? { language } : {}) };
}
