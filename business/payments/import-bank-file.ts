import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import { bankText } from './bank-text.ts';
import { camt053Namespaces } from './camt053.ts';
import type { PaymentsContext } from './context.ts';
import { type AnswerReport, importAnswer } from './import-answer.ts';
import { importStatement, type StatementReport } from './import-statement.ts';
import { namespaceOf } from './read-xml.ts';

export interface BankFileGiven {
  readonly caller: Caller;
  /** The bytes as the bank gave them, or their text. */
  readonly file: Uint8Array | string;
  /** Told after each line. */
  readonly onLine?: (done: number, total: number) => void;
}

/** Takes in what a bank sent: its answer to a batch (`pain.002`), or the statements of our account (`camt.053`). */
export async function importBankFile(
  context: Pick<PaymentsContext, 'database' | 'clock' | 'ids' | 'seal' | 'debtor' | 'onAnswered'>,
  { caller, file, onLine = () => undefined }: BankFileGiven,
): Promise<Result<AnswerReport | StatementReport, Refusal>> {
  const text = typeof file === 'string' ? ok(file) : bankText(file);
  if (!text.ok) return text;
  const xml = text.value.replace(/^\uFEFF/, '');
  const statement = camt053Namespaces.some((namespace) => namespace === namespaceOf(xml));
  return statement
    ? importStatement(context, { caller, xml, onLine })
    : importAnswer(context, { caller, xml, onLine });
}
