import { inEachLanguage, type PlainDate, shanghaiDate, type Text } from '#basics';
import type { CaseFile, ChainedAction } from './case.ts';
import type { Process } from './process.ts';

/**
 * The numbered acknowledgement of an application: what was handed in, when, until when it is decided, what is still missing,
 * and whom to ask. Made from the case alone, so that it reads the same whenever it is printed.
 */
export interface Receipt {
  /** The case number and the count of steps that it tells of. */
  readonly receiptNumber: string;
  readonly caseNumber: string;
  readonly procedure: Text;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly state: Text;
  readonly handedIn: readonly { readonly name: Text; readonly reference: string; readonly on: PlainDate }[];
  readonly missing: readonly { readonly name: Text; readonly legalBasis: string }[];
  readonly ask: Text;
  /** With it the case can be asked after without a login; null where none is told. */
  readonly trackingCode: string | null;
  /** The same as a page of text, to be printed. */
  readonly text: Text;
}

export interface ReceiptParts {
  readonly process: Process;
  readonly file: CaseFile;
  readonly actions: readonly ChainedAction[];
  /** What each material is called, by its id and those of its alternatives. */
  readonly nameOf: (materialId: string) => Text;
  readonly missing: Receipt['missing'];
  /** The person concerned, masked. */
  readonly person: string;
  /** The office that has the case. */
  readonly office: Text;
  /** Where questions are answered by telephone. */
  readonly phone: string;
  readonly trackingCode?: string;
}

export function receiptOf(parts: ReceiptParts): Receipt {
  const { process, file, actions, nameOf, missing, office, phone } = parts;
  const received = actions.find(({ action }) => action === 'submit')?.at ?? file.openedAt;
  const handedIn = actions
    .filter(({ action }) => action === 'provide-material')
    .map(({ at, data }) => ({
      name: nameOf(String(data.materialId)),
      reference: String(data.paperReference),
      on: shanghaiDate(at),
    }));
  const told = {
    receiptNumber: `${file.number}/${file.actionCount}`,
    caseNumber: file.number,
    procedure: process.name,
    receivedOn: shanghaiDate(received),
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
    state: process.states[file.state]?.name ?? { zh: file.state, en: file.state },
    handedIn,
    missing,
    trackingCode: parts.trackingCode ?? null,
    ask: {
      zh: `${office.zh}，电话 ${phone}，请报办理编号 ${file.number}`,
      en: `${office.en}, telephone ${phone}; give the case number ${file.number}`,
    },
  };
  return { ...told, text: { zh: inChinese(told, parts.person), en: inEnglish(told, parts.person) } };
}

function inChinese(told: Omit<Receipt, 'text'>, person: string): string {
  const { handedIn, missing } = told;
  return [
    `受理回执 ${told.receiptNumber}`,
    `办理事项：${told.procedure.zh}`,
    `参保人：${person}`,
    `办理编号：${told.caseNumber}`,
    ...(told.trackingCode === null ? [] : [`查询码（不登录查进度用）：${told.trackingCode}`]),
    `受理日期：${told.receivedOn}`,
    `当前状态：${told.state.zh}`,
    `办结期限：${told.dueOn ?? '现在不计时'}${told.dueProvisional ? '（暂定，当年放假安排未公布）' : ''}`,
    `收到的材料：${handedIn.length === 0 ? '无' : ''}`,
    ...handedIn.map(({ name, reference, on }) => `  ${on} ${name.zh}（${reference}）`),
    ...(missing.length === 0 ? [] : ['还缺的材料：']),
    ...missing.map(({ name, legalBasis }) => `  ${name.zh}（依据：${inEachLanguage(legalBasis).zh}）`),
    `咨询：${told.ask.zh}`,
  ].join('\n');
}

function inEnglish(told: Omit<Receipt, 'text'>, person: string): string {
  const { handedIn, missing } = told;
  return [
    `Receipt ${told.receiptNumber}`,
    `Matter: ${told.procedure.en}`,
    `Insured person: ${person}`,
    `Case number: ${told.caseNumber}`,
    ...(told.trackingCode === null ? [] : [`Code to ask after it without a login: ${told.trackingCode}`]),
    `Received on: ${told.receivedOn}`,
    `It stands at: ${told.state.en}`,
    `Done by: ${told.dueOn ?? 'no deadline runs now'}${told.dueProvisional ? ' (provisional: that year’s holidays are not published)' : ''}`,
    `Papers received: ${handedIn.length === 0 ? 'none' : ''}`.trimEnd(),
    ...handedIn.map(({ name, reference, on }) => `  ${on} ${name.en} (${reference})`),
    ...(missing.length === 0 ? [] : ['Papers still missing:']),
    ...missing.map(({ name, legalBasis }) => `  ${name.en} (legal basis: ${inEachLanguage(legalBasis).en})`),
    `Questions: ${told.ask.en}`,
  ].join('\n');
}
