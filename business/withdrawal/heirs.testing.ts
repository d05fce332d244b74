import type { Refusal, Result } from '#basics';
import { approveBatch, buildBatch, exportBatch, importAnswer, simulateBank } from '#business/payments';
import type { NewDivision, NewSuccessor } from '#business/succession';
import type { Word } from '#business/succession/public';
import type { CaseFile } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import { today } from './context.ts';
import { nameHeirPayee } from './heir-accounts.ts';
import { decideDivisionAnew, divideEstate } from './heir-division.ts';
import { hearHeir } from './heir-words.ts';
import { addHeir } from './heirs.ts';
import { paymentMoves } from './payment-moves.ts';
import { giveLinkToHeir } from './reach-heir.ts';
import { type HeirsView, readHeirs } from './read-heirs.ts';
import { debtor, must, type OfficeSteps } from './steps.testing.ts';
import { both, clerk, finance, finance2, payee, reviewer, type SampleAgency } from './testing.store.ts';

type Done<T> = Promise<Result<T, Refusal>>;

/** What the office does about heirs, one after another: for this folder's own tests. */
export interface HeirSteps {
  add(number: string, name: string, given: Partial<NewSuccessor>): Promise<string>;
  divide(number: string, given?: Partial<NewDivision>): Done<string>;
  decide(number: string, divisionId: string, approved?: boolean): Done<CaseFile>;
  hear(number: string, successorId: string, word: Word, disputes?: readonly string[]): Done<CaseFile>;
  account(number: string, successorId: string, name: string, accountNumber?: string): Done<CaseFile>;
  link(number: string, successorId: string): Promise<string>;
  view(number: string): Promise<HeirsView>;
  /** Hands in every paper that is missing. */
  papers(number: string): Promise<void>;
  /** Builds a batch of all that is due and lets the bank answer; by the account holder’s name where it sends back; what happens meanwhile, before it answers. Answers the lines. */
  bank(returned?: readonly string[], meanwhile?: () => Promise<void>): Promise<number>;
}

export function heirSteps({ db, context }: SampleAgency, steps: OfficeSteps): HeirSteps {
  const { by, run } = steps;
  const onlyFile = async (done: Done<{ readonly file: CaseFile }>): Done<CaseFile> => {
    const told = await done;
    return told.ok ? { ok: true, value: told.value.file } : told;
  };
  return {
    async add(number, name, given) {
      const heir = { ...plain, name, paperReference: `亲属关系 ${name}`, ...given };
      return (await must(run((tx) => addHeir(tx, { ...by(clerk, number), given: heir })))).id;
    },
    async divide(number, given = {}) {
      const division = {
        basis: 'equal',
        shares: null,
        paperReference: null,
        orderId: null,
        ...given,
      } as const;
      const done = await run((tx) => divideEstate(tx, { ...by(clerk, number), given: division }));
      return done.ok ? { ok: true, value: done.value.id } : done;
    },
    decide: (number, divisionId, approved = true) =>
      onlyFile(
        run((tx) =>
          decideDivisionAnew(tx, {
            ...{ ...by(reviewer, number), divisionId, approved },
            reason: approved ? null : '裁判文书不全',
          }),
        ),
      ),
    hear: (number, successorId, word, disputes = []) =>
      onlyFile(
        run((tx) =>
          hearHeir(tx, { ...by(clerk, number), successorId, word, disputes, paperReference: '书面表示 1' }),
        ),
      ),
    account: (number, successorId, name, accountNumber = payee.accountNumber) => {
      const named = { ...payee, name, accountNumber };
      return onlyFile(run((tx) => nameHeirPayee(tx, { ...by(clerk, number), successorId, payee: named })));
    },
    link: async (number, successorId) =>
      (await must(run((tx) => giveLinkToHeir(tx, { ...by(clerk, number), successorId, days: 30 })))).secret,
    view: (number) => must(readHeirs(db.app, by(clerk, number))),
    async papers(number) {
      for (const materialId of ['identity-document', 'application-form', 'payee-bank-account'])
        await must(steps.give(number, materialId));
    },
    bank: (returned = [], meanwhile) => bankOf({ db, context }, { returned, meanwhile }),
  };
}

const plain: Omit<NewSuccessor, 'name' | 'paperReference'> = {
  ...{ relation: 'child', basis: 'legal', represents: null, predeceasedOn: null, bornOn: null },
  ...{ identity: null, guardian: null },
};

/** What happens while the bank has the batch. */
type Meanwhile = (() => Promise<void>) | undefined;

async function bankOf(
  { db, context }: Pick<SampleAgency, 'db' | 'context'>,
  { returned, meanwhile }: { readonly returned: readonly string[]; readonly meanwhile: Meanwhile },
): Promise<number> {
  const paying = { ...context, ...paymentMoves(context), debtor };
  const wish = { caller: finance, orderIds: null, executeOn: today(context) };
  const built = await must(inTransaction(db.app, (tx) => buildBatch(tx, paying, wish)));
  const { batchId, lineCount } = built;
  const digest = Buffer.from(built.digest, 'hex');
  for (const caller of [both, finance2])
    await must(inTransaction(db.app, (tx) => approveBatch(tx, paying, { caller, batchId, digest })));
  const { xml } = await must(exportBatch(db.app, paying, batchId));
  const answer = simulateBank(xml, {
    ...{ messageId: `ANSWER-${batchId.slice(-20)}`, at: context.clock.now() },
    decide: ({ name }) => (returned.includes(name) ? { status: 'RJCT', reason: 'AC01' } : { status: 'ACSC' }),
  });
  await meanwhile?.();
  const report = await must(importAnswer(paying, { caller: finance, xml: await must(answer) }));
  const refused = report.lines.find(({ outcome }) => outcome === 'refused');
  if (refused) throw new Error(`the bank's answer was refused: ${JSON.stringify(refused)}`);
  return lineCount;
}
