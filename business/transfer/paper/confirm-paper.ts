import { createHash } from 'node:crypto';
import { canonicalJson, type Refusal, type Result, refuse } from '#basics';
import { type CaseFile, caseById } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing, TransferContext } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { saidBy } from '../messages/exchange-catalogue.ts';
import { figuresOf, type Said } from '../messages/figures-of.ts';
import { readBody } from '../messages/read-body.ts';
import { applyWord } from '../words/apply-word.ts';
import { findPaper, type KeptPaper } from '../words/partner-words.store.ts';
import { decidePartnerPaper } from '../words/partner-words.ts';
import type { Word } from '../words/word.ts';

export interface DecidingPaper extends Omit<Doing, 'seen'> {
  readonly paperId: string;
  /** SHA-256 of what the reviewer has seen, in hexadecimal. */
  readonly digest: string;
  readonly confirmed: boolean;
  /** Why it is not what the paper says; null where it is. */
  readonly reason: string | null;
}

/**
 * A reviewer compares a letter with its scan. Confirmed, it is the other agency's word and does what the same message from a gateway
 * does, in this transaction; where that is refused nothing was decided. Turned down, it says why and counts for nothing.
 */
export async function decidePaper(tx: Tx, deciding: DecidingPaper): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, paperId, confirmed, reason } = deciding;
  if (!confirmed && reason === null)
    return refuse({ code: 'transfer.bad-input', problems: [{ path: 'reason', detail: sayWhy }] });
  const found = await transferByNumber(tx, deciding);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const paper = await findPaper(tx, { owner: transfer.owner, messageId: paperId });
  if (paper?.transferId !== transfer.transferId) return refuse({ code: 'transfer.no-paper' });
  const decided = await decidePartnerPaper(tx, {
    ...{ token: caller.token, owner: transfer.owner, messageId: paperId, confirmed, reason },
    ...{ digest: Buffer.from(deciding.digest, 'hex'), at: context.clock.now() },
  });
  if (!decided.ok) return decided;
  if (confirmed) {
    const said = saidOn(paper, context);
    if (!said.ok) return said;
    const done = await applyWord(tx, { context, word: wordOf(paper, said.value) });
    if (!done.ok) return done;
  }
  const now = await caseById(tx, file.ownerId, file.id);
  return now ? { ok: true, value: now } : refuse({ code: 'casework.no-case' });
}

/** What the sealed text says; its figures, on which the books rest, must be those that lie beside it. */
function saidOn(paper: KeptPaper, { seal }: Pick<TransferContext, 'seal'>): Result<Said, Refusal> {
  const { bodySealed, digest, type, figures } = paper;
  const text = seal.open(bodySealed);
  const read = readBody(type, JSON.parse(text));
  const hash = createHash('sha256').update(text, 'utf8').digest();
  if (!read.ok || hash.compare(digest) !== 0) return refuse({ code: 'transfer.word-differs' });
  const said = saidBy(type, read.body);
  const same = canonicalJson(figuresOf(said)) === canonicalJson(figures);
  return same ? { ok: true, value: said } : refuse({ code: 'transfer.word-differs' });
}

function wordOf(paper: KeptPaper, { type, body }: Said): Word {
  const { messageId, transferId, from, sentAt } = paper;
  return { messageId, transferId, from, type, body, inReplyTo: null, channel: 'paper', sentAt } as Word; // body is of its type
}

const sayWhy = { zh: '退回的，写明理由。', en: 'Say why it is turned down.' };
