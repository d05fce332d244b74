import { isPlainDate, type PlainDate, type Problem, type Text } from '#basics';
import type { Json } from '#engines/casework';
import { isTransferMessage, type TransferMessageType, transferMessages } from '../messages/catalogue.ts';
import { saidBy } from '../messages/exchange-catalogue.ts';
import type { Said } from '../messages/figures-of.ts';
import { readBody } from '../messages/read-body.ts';
import { fieldName } from './told-fields.ts';

/** What a clerk has typed of a letter so far, whole or not. */
export interface PaperContent {
  readonly type: string | null;
  /** Its number over there, as it stands on the paper. */
  readonly paperReference: string | null;
  readonly datedOn: string | null;
  /** The scan, among the files of the case. */
  readonly fileId: string | null;
  /** All that it says, by the fields of the message. */
  readonly body: Json;
}

/** A letter that is keyed in wholly. */
export interface WholePaper {
  readonly said: Said;
  readonly paperReference: string;
  readonly datedOn: PlainDate;
  readonly fileId: string;
}

export interface Weighed {
  readonly direction: 'out' | 'in';
  readonly today: PlainDate;
  /** Files of the case that anybody may look at. */
  readonly scans: ReadonlySet<string>;
}

/** The letter as it is keyed in, or everything that is wrong or missing, at once. */
export function readContent(
  content: PaperContent,
  weighed: Weighed,
): { readonly whole: WholePaper } | { readonly problems: readonly Problem[] } {
  const { paperReference, datedOn, fileId } = content;
  const type = typeOf(content, weighed.direction);
  const body = type === null ? null : readBody(type, inFen(content.body));
  const dated = isPlainDate(datedOn) && datedOn <= weighed.today ? datedOn : null;
  const scanned = fileId !== null && weighed.scans.has(fileId) ? fileId : null;
  if (type !== null && body?.ok && paperReference && dated !== null && scanned !== null)
    return { whole: { said: saidBy(type, body.body), paperReference, datedOn: dated, fileId: scanned } };
  return {
    problems: [
      ...(type === null ? [problem('type', noType)] : []),
      ...(paperReference ? [] : [problem('paperReference', noReference)]),
      ...(dated === null ? [problem('datedOn', noDay)] : []),
      ...(scanned === null ? [problem('fileId', noScan)] : []),
      ...(type === null || body === null || body.ok
        ? []
        : eachOnce(body.problems.map((each) => within(each, type, content.body)))),
    ],
  };
}

/** What is not filled in breaks several rules of its field, and is missing once. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const byWords = problems.map((each) => [`${each.path} ${each.detail.zh}`, each] as const);
  return [...new Map(byWords).values()];
}

/** Letters that the other side of such a transfer writes. */
export function typesFor(direction: Weighed['direction']): readonly TransferMessageType[] {
  const theirs = direction === 'out' ? 'receiving' : 'sending';
  return Object.values(transferMessages)
    .filter(({ sender }) => sender === 'either' || sender === theirs)
    .map(({ type }) => type);
}

function typeOf({ type }: PaperContent, direction: Weighed['direction']): TransferMessageType | null {
  return type !== null && isTransferMessage(type) && typesFor(direction).includes(type) ? type : null;
}

/** Amounts are typed as papers print them, `8,313.50`; whole numbers are fen, as messages have them. */
export function inFen(value: Json): Json {
  if (Array.isArray(value)) return value.map(inFen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      key.endsWith('Fen') && typeof held === 'string' && yuan.test(held)
        ? held.replace(/[,.]/g, '').replace(/^0+(?=\d)/, '')
        : inFen(held),
    ]),
  );
}

const yuan = /^(\d+|\d{1,3}(,\d{3})+)\.\d{2}$/;

function problem(path: string, detail: Text): Problem {
  return { path, detail };
}

/** In words that need no training: which field it is, and whether it is missing or wrong. */
function within({ path, detail }: Problem, type: TransferMessageType, body: Json): Problem {
  const name = path === '' ? null : fieldName(type, path);
  if (name === null) return { path: path === '' ? 'body' : `body.${path}`, detail };
  const missing = isEmpty(valueAt(body, path.split('.')));
  const told = missing
    ? { zh: `没有填写：${name.zh}。`, en: `Not filled in: ${name.en}.` }
    : { zh: `${name.zh}：${detail.zh}`, en: `${name.en}: ${detail.en}` };
  return { path: `body.${path}`, detail: told };
}

function valueAt(body: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (held, key) =>
      typeof held === 'object' && held !== null ? (held as Readonly<Record<string, Json>>)[key] : undefined, // by its key or place
    body,
  );
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '';
}

const noType: Text = {
  zh: '选择来函种类；只有对方会发来的种类可选。',
  en: 'Say which kind of letter it is, one that the other side of this transfer writes.',
};
const noReference: Text = {
  zh: '填写来函的文号；没有文号的写“无文号”和日期。',
  en: 'Give the letter’s reference; where it has none, say so with its day.',
};
const noDay: Text = {
  zh: '填写来函的日期，写成 2026-11-29，不能晚于今天。',
  en: 'Give the letter’s day, written 2026-11-29, not later than today.',
};
const noScan: Text = {
  zh: '附上来函的扫描件：先上传到本件，检查通过的才能用。',
  en: 'Name the letter’s scan: a file uploaded for this case that the scanner did not object to.',
};
