import { ok, type Result, refuse, type Text } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { RegistryContext } from './context.ts';
import { findRecordByIdentity, identityHashes } from './find-person.ts';
import { insertPeriod } from './import.store.ts';
import { type MonthsKey, monthsColumns } from './import-columns.ts';
import { type MonthsLine, readMonthsLine } from './import-months-line.ts';
import type { ImportReport } from './import-report.ts';
import {
  type Check,
  type CheckedLine,
  type ImportKind,
  type ImportRequest,
  type RunPlace,
  runImport,
} from './import-run.ts';
import { type PaidPeriod, sharedMonths } from './paid-months.ts';
import { locateIdentities } from './person.store.ts';
import { periodsOf } from './record.store.ts';

/** Takes in a file of paid months of people who are on record; see docs/import.md for its columns. */
export function importMonths(
  context: RegistryContext,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  return runImport(context, months, request);
}

const months: ImportKind<MonthsKey, MonthsLine> = {
  kind: 'months',
  columns: monthsColumns,
  readLine: readMonthsLine,
  checker: ({ context, runId }) => monthsChecker(context.seal, runId),
  write: writePeriod,
};

/** A period with where it stands: on a line of this file, or on record (null). */
type KnownPeriod = Pick<PaidPeriod, 'fromMonth' | 'toMonth' | 'originRegion'> & {
  readonly baseFen: bigint;
  readonly line: number | null;
};

function monthsChecker(seal: Seal, runId: string | null): Check<MonthsKey, MonthsLine> {
  const periodsOfOwner = new Map<string, KnownPeriod[]>();
  return async (reader, lines) => {
    const owners = await ownersOf(reader, { seal, lines });
    await addRecorded(reader, { periodsOfOwner, owners: new Set(owners.values()), runId });
    return lines.map(({ line, value }) => {
      const owner = owners.get(line);
      if (owner === undefined) return unknownPerson(line);
      const known = periodsOfOwner.get(owner) ?? [];
      const checked = checkPeriod(line, value, known);
      known.push({ ...value, line });
      return checked;
    });
  };
}

async function ownersOf(
  reader: Reader,
  { seal, lines }: { readonly seal: Seal; readonly lines: readonly { line: number; value: MonthsLine }[] },
): Promise<ReadonlyMap<number, string>> {
  const hashesOfLine = lines.map(
    ({ line, value }) => [line, identityHashes(seal, value.document).map(hex)] as const,
  );
  const located = await locateIdentities(
    reader,
    lines.flatMap(({ value }) => identityHashes(seal, value.document)),
  );
  const ownerOfHash = new Map(located.map(({ numberHash, ownerId }) => [hex(numberHash), ownerId]));
  return new Map(
    hashesOfLine.flatMap(([line, hashes]) => {
      const owner = hashes.map((hash) => ownerOfHash.get(hash)).find((found) => found !== undefined);
      return owner === undefined ? [] : [[line, owner] as const];
    }),
  );
}

/** Puts what is on record of people who are met for the first time, without what this same import wrote before it was cut. */
async function addRecorded(
  reader: Reader,
  given: {
    readonly periodsOfOwner: Map<string, KnownPeriod[]>;
    readonly owners: ReadonlySet<string>;
    readonly runId: string | null;
  },
): Promise<void> {
  const { periodsOfOwner, owners, runId } = given;
  const first = [...owners].filter((owner) => !periodsOfOwner.has(owner));
  for (const owner of first) periodsOfOwner.set(owner, []);
  if (first.length === 0) return;
  for (const row of await periodsOf(reader, first, { waiting: true })) {
    if (row.runId !== runId) periodsOfOwner.get(row.ownerId)?.push({ ...row, line: null });
  }
}

function checkPeriod(line: number, value: MonthsLine, known: readonly KnownPeriod[]): CheckedLine<MonthsKey> {
  const same = known.find((other) => isSame(value, other));
  const checked = { line, openingFen: null, isNew: same?.line !== null, problems: [], notices: [] };
  if (same) {
    const remark = { column: null, detail: same.line === null ? onRecord : sameAsLine(same.line) };
    return same.line === null
      ? { ...checked, notices: [remark] }
      : { ...checked, isNew: true, problems: [remark] };
  }
  const overlaps = known.flatMap((other) => {
    const shared = sharedMonths(value, other);
    return shared ? [{ column: 'from_month' as const, detail: overlapping(shared, other.line) }] : [];
  });
  return { ...checked, isNew: true, notices: overlaps };
}

function isSame(one: MonthsLine, other: KnownPeriod): boolean {
  return (
    one.fromMonth === other.fromMonth &&
    one.toMonth === other.toMonth &&
    one.baseFen === other.baseFen &&
    one.originRegion === other.originRegion
  );
}

function unknownPerson(line: number): CheckedLine<MonthsKey> {
  return {
    line,
    isNew: true,
    openingFen: null,
    problems: [{ column: 'document_number', detail: notOnRecord }],
    notices: [],
  };
}

const notOnRecord: Text = {
  zh: '没有证件号码相符的参保人；请先导入人员，或核对号码。',
  en: 'Nobody on record has this document; import the people first, or check the number.',
};

const onRecord: Text = {
  zh: '这一段已经在册，不再导入。',
  en: 'This period is on record already; it is not taken in again.',
};

function sameAsLine(line: number): Text {
  return {
    zh: `与第 ${line} 行完全相同，请删去一行。`,
    en: `This is line ${line} again; delete one of the two.`,
  };
}

function overlapping(
  { fromMonth, toMonth }: Pick<PaidPeriod, 'fromMonth' | 'toMonth'>,
  line: number | null,
): Text {
  const span = fromMonth === toMonth ? fromMonth : `${fromMonth} – ${toMonth}`;
  const where: Text =
    line === null ? { zh: '在册的', en: 'a period on record' } : { zh: `第 ${line} 行`, en: `line ${line}` };
  return {
    zh: `${span} 与${where.zh}重复；每个月只计一次。`,
    en: `${span} is listed by ${where.en} too; each month is counted once.`,
  };
}

async function writePeriod(
  tx: Tx,
  {
    context,
    run,
    value,
  }: { readonly context: RegistryContext; readonly run: RunPlace; readonly value: MonthsLine },
): Promise<Result<unknown>> {
  const { document, ...period } = value;
  const owner = await findRecordByIdentity(tx, { seal: context.seal, document });
  if (owner === null) return refuse({ code: 'registry.no-such-person' }); // checked before; the file changed under us
  return ok(
    await insertPeriod(tx, { ...period, ownerId: owner, runId: run.runId, lineNo: run.line, at: run.at }),
  );
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
