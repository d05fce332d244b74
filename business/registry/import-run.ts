import {
  addFen,
  type Fen,
  fen,
  ok,
  type PlainDate,
  type Result,
  refuse,
  shanghaiDate,
  zeroFen,
} from '#basics';
import type { Caller } from '#business/access/public';
import { type FileSource, type Inspection, inspectText, type TextEncoding } from '#platform/files';
import { inTransaction, type Reader, type Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { guarded } from './guarded.ts';
import { beginImport, finishImport, type ImportRow, runByFile, unfinishedRun } from './import.store.ts';
import type { Remark } from './import-cells.ts';
import { type LineReading, type ReadLine, readLines } from './import-lines.ts';
import type {
  ImportKindName,
  ImportOutcome,
  ImportProgress,
  ImportReport,
  LineRemark,
} from './import-report.ts';
import { inGroups } from './in-groups.ts';

/** What is particular to a kind of file; the rest of an import is alike. */
export interface ImportKind<Key extends string, Line> extends LineReading<Key, Line> {
  readonly kind: ImportKindName;
  /** Makes a checker for one reading of a file: it remembers the lines that it saw. */
  readonly checker: (given: {
    readonly context: RegistryContext;
    readonly runId: string | null;
  }) => Check<Key, Line>;
  /** Writes one line in its own transaction; writing it again does no harm. */
  readonly write: (
    tx: Tx,
    given: { readonly context: RegistryContext; readonly run: RunPlace; readonly value: Line },
  ) => Promise<Result<unknown>>;
}

export interface RunPlace {
  readonly runId: string;
  readonly line: number;
  readonly officeId: string;
  readonly at: Date;
}

export type Check<Key extends string, Line> = (
  reader: Reader,
  lines: readonly { readonly line: number; readonly value: Line }[],
) => Promise<readonly CheckedLine<Key>[]>;

/** A line that is well formed, held against the record and the lines before it. */
export interface CheckedLine<Key extends string> {
  readonly line: number;
  readonly isNew: boolean;
  readonly openingFen: Fen | null;
  readonly problems: readonly Remark<Key>[];
  readonly notices: readonly Remark<Key>[];
}

export interface ImportRequest {
  readonly caller: Caller;
  readonly file: FileSource;
  readonly dryRun: boolean;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/**
 * Takes a file in: reads and checks all of it first, and writes only when nothing is wrong with any line. Cut short, the
 * same file again goes on where it stood; finished, the same file again changes nothing and says so.
 */
export async function runImport<Key extends string, Line>(
  context: RegistryContext,
  kind: ImportKind<Key, Line>,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  const { caller, file, dryRun } = request;
  if (caller.officeId === null && !dryRun) return refuse({ code: 'registry.no-office' });
  const inspection = await inspectText(file);
  const earlier = await runByFile(context.database, { kind: kind.kind, sha256: inspection.sha256 });
  if (earlier?.finishedAt) return ok(reportOf(kind.kind, { request, inspection, run: earlier }));
  const today = shanghaiDate(context.clock.now());
  const checked = await checkFile(context, kind, { request, inspection, today, runId: earlier?.id ?? null });
  if (dryRun) return ok(checked);
  const { problems } = checked;
  if (problems.length > 0) return refuseProblems(problems);
  const begun = earlier ? ok(earlier.id) : await begin(context, { request, inspection, checked });
  if (!begun.ok) return begun;
  const runId = begun.value;
  const written = await writeFile(context, kind, {
    request,
    inspection,
    today,
    runId,
    total: checked.lineCount,
  });
  if (!written.ok) return written;
  const at = context.clock.now();
  const finished = await inTransaction(context.database, (tx) =>
    guarded(finishImport(tx, { token: caller.token ?? '', id: runId, at })),
  );
  return finished.ok ? ok({ ...checked, runId, outcome: earlier ? 'continued' : 'taken-in' }) : finished;
}

/** The problems of a file as a refusal: paths are `line 3.born_on`. */
function refuseProblems(problems: readonly LineRemark[]): Result<never> {
  return refuse({
    code: 'registry.file-has-problems',
    figures: { problems: problems.length },
    problems: problems.map(({ line, column, detail }) => ({
      path: column === null ? `line ${line}` : `line ${line}.${column}`,
      detail,
    })),
  });
}

interface Reading {
  readonly request: ImportRequest;
  readonly inspection: Inspection;
}

function reportOf(
  kind: ImportKindName,
  { request, inspection, run }: Reading & { readonly run: ImportRow | null },
): ImportReport {
  const outcome: ImportOutcome = run ? 'already-taken-in' : 'checked';
  return {
    kind,
    fileName: request.file.name,
    encoding: inspection.encoding,
    outcome,
    runId: run?.id ?? null,
    lineCount: run?.lineCount ?? 0,
    newCount: 0,
    onRecordCount: run?.lineCount ?? 0,
    // What its second officer confirms, also for somebody whom the first answer did not reach.
    openingCount: run?.openingCount ?? 0,
    openingTotalFen: run ? fen(run.openingTotalFen) : zeroFen,
    doublesFound: 0,
    problems: [],
    notices: [],
  };
}

async function checkFile<Key extends string, Line>(
  context: RegistryContext,
  kind: ImportKind<Key, Line>,
  reading: Reading & { readonly today: PlainDate; readonly runId: string | null },
): Promise<ImportReport> {
  const { request, inspection, today, runId } = reading;
  const report = { ...reportOf(kind.kind, { request, inspection, run: null }), runId };
  const { encoding } = inspection;
  if (encoding === null) return { ...report, problems: [notText] };
  const problems: LineRemark[] = [];
  const notices: LineRemark[] = [];
  const labelled = labeller(kind);
  const check = kind.checker({ context, runId });
  const sums = { lineCount: 0, newCount: 0, onRecordCount: 0, openingCount: 0, openingTotalFen: zeroFen };
  for await (const chunk of readLines(kind, { file: request.file, encoding, today })) {
    const held = await check(context.database, wellFormed(chunk));
    for (const said of [...chunk, ...held]) {
      problems.push(...said.problems.map((remark) => labelled(said.line, remark)));
      notices.push(...said.notices.map((remark) => labelled(said.line, remark)));
    }
    addUp(sums, held);
    sums.lineCount += chunk.length;
    request.onProgress?.({ phase: 'checking', done: sums.lineCount, total: null });
  }
  return { ...report, ...sums, problems: problems.sort(byLine), notices: notices.sort(byLine) };
}

interface Sums {
  newCount: number;
  onRecordCount: number;
  openingCount: number;
  openingTotalFen: Fen;
}

function addUp(sums: Sums, held: readonly CheckedLine<string>[]): void {
  for (const { isNew, openingFen } of held) {
    if (isNew) sums.newCount += 1;
    else sums.onRecordCount += 1;
    if (!isNew || openingFen === null) continue;
    sums.openingCount += 1;
    sums.openingTotalFen = addFen(sums.openingTotalFen, openingFen);
  }
}

function wellFormed<Key extends string, Line>(
  chunk: readonly ReadLine<Key, Line>[],
): readonly { readonly line: number; readonly value: Line }[] {
  return chunk.flatMap(({ line, value }) => (value === null ? [] : [{ line, value }]));
}

function byLine(one: LineRemark, other: LineRemark): number {
  return one.line - other.line;
}

function labeller<Key extends string, Line>(
  kind: ImportKind<Key, Line>,
): (line: number, remark: Remark<Key>) => LineRemark {
  const names = new Map<string, string>(kind.columns.map(({ key, chinese }) => [key, chinese]));
  return (line, { column, detail }) => ({
    line,
    column,
    columnChinese: column === null ? null : (names.get(column) ?? null),
    detail,
  });
}

const notText: LineRemark = {
  line: 1,
  column: null,
  columnChinese: null,
  detail: {
    zh: '这不是 CSV 文本文件（UTF-8 或 GB18030）。在表格软件里请选择“另存为 CSV UTF-8”。',
    en: 'This is no CSV text file (UTF-8 or GB 18030). In the spreadsheet choose “Save as CSV UTF-8”.',
  },
};

async function begin(
  context: RegistryContext,
  { request, inspection, checked }: Reading & { readonly checked: ImportReport },
): Promise<Result<string>> {
  const run = {
    token: request.caller.token ?? '',
    id: context.ids.next('imp'),
    kind: checked.kind,
    fileName: request.file.name,
    sha256: inspection.sha256,
    lineCount: checked.lineCount,
    openingCount: checked.openingCount,
    openingTotalFen: checked.openingTotalFen,
    at: context.clock.now(),
  };
  const begun = await inTransaction(context.database, (tx) => guarded(beginImport(tx, run)));
  if (begun.ok) return ok(run.id);
  if (begun.refusal.code !== 'registry.import-under-way') return begun;
  const other = await unfinishedRun(context.database, checked.kind);
  const figures = { file: other?.fileName ?? '', run: other?.id ?? '' };
  return refuse({ code: 'registry.import-under-way', figures });
}

async function writeFile<Key extends string, Line>(
  context: RegistryContext,
  kind: ImportKind<Key, Line>,
  reading: Reading & { readonly today: PlainDate; readonly runId: string; readonly total: number },
): Promise<Result<null>> {
  const { request, inspection, today, runId, total } = reading;
  const encoding: TextEncoding = inspection.encoding ?? 'utf-8'; // a file in no encoding has a problem and is not written
  const officeId = request.caller.officeId ?? '';
  let done = 0;
  for await (const chunk of readLines(kind, { file: request.file, encoding, today })) {
    const written = await inGroups(wellFormed(chunk), ({ line, value }) => {
      const run = { runId, line, officeId, at: context.clock.now() };
      return inTransaction(context.database, (tx) => kind.write(tx, { context, run, value }));
    });
    if (!written.ok) return written;
    done += chunk.length;
    request.onProgress?.({ phase: 'writing', done, total });
  }
  return ok(null);
}
