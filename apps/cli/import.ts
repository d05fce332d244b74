import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import cliProgress from 'cli-progress';
import { counted, refuse, showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import {
  approveImport,
  type ImportKindName,
  type ImportOnRecord,
  type ImportProgress,
  type ImportReport,
  importById,
  importMonths,
  importPeople,
  type LineRemark,
  type RegistryContext,
} from '#business/registry';
import type { FileSource } from '#platform/files';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';

/** Somebody at the keyboard of an agency. */
export interface RegistryDesk {
  readonly agency: RegistryContext;
  readonly caller: Caller;
}

export interface ImportAsked extends RegistryDesk {
  readonly kind: ImportKindName;
  readonly file: string;
  readonly dryRun: boolean;
}

/** `suixing import people|months FILE [--dry-run]`. Exit code 2 where the file has problems, dry run or not. */
export async function importFile(frame: Frame, asked: ImportAsked): Promise<ExitCode> {
  const { agency, caller, kind, dryRun } = asked;
  const readable = await access(asked.file, constants.R_OK)
    .then(() => stat(asked.file))
    .then(
      (found) => !found.isDirectory(),
      () => false,
    );
  if (!readable) {
    return conclude(frame, refuse({ code: 'cli.unreadable-file', figures: { file: asked.file } }), () => '');
  }
  const bar = progressBar(frame);
  const take = kind === 'people' ? importPeople : importMonths;
  const request = { caller, file: fileSource(asked.file), dryRun, onProgress: bar.onProgress };
  const told = await take(agency, request).finally(bar.stop);
  const code = conclude(frame, told, (report) => reportWords(frame, report));
  return told.ok && told.value.problems.length > 0 ? 2 : code;
}

/** `suixing import show RUN`: an import with its control totals. */
export async function showImport(
  frame: Frame,
  { agency, runId }: Pick<RegistryDesk, 'agency'> & { readonly runId: string },
): Promise<ExitCode> {
  const found = await importById(agency.database, runId);
  if (!found) return conclude(frame, refuse({ code: 'registry.no-such-import' }), () => '');
  show(frame, found, () => totalsWords(frame, found));
  return 0;
}

export interface ApprovalAsked extends RegistryDesk {
  readonly runId: string;
  /** The control totals as the officer read them; null shows them and approves nothing. */
  readonly totals: { readonly openingCount: number; readonly openingTotalFen: bigint } | null;
}

/** `suixing import approve RUN [--count N --total YUAN]`: without totals it shows them and says how to go on. */
export async function approveImportRun(frame: Frame, asked: ApprovalAsked): Promise<ExitCode> {
  const { agency, caller, runId, totals } = asked;
  if (totals === null) return showImport(frame, { agency, runId });
  const bar = progressBar(frame);
  const approval = { caller, runId, ...totals, onProgress: bar.onProgress };
  const told = await approveImport(agency, approval).finally(bar.stop);
  return conclude(frame, told, (run) => totalsWords(frame, run));
}

/** A file on disk, read anew each time, never whole in memory. */
function fileSource(path: string): FileSource {
  return { name: basename(path), open: () => createReadStream(path) };
}

function reportWords(frame: Frame, report: ImportReport): string {
  const counts = say(frame, {
    zh: `${report.lineCount} 行：新增 ${report.newCount}，已在册 ${report.onRecordCount}；期初余额 ${report.openingCount} 人，合计 ${showYuan(report.openingTotalFen)} 元`,
    en: `${counted(report.lineCount, 'line', 'lines')}: ${report.newCount} new, ${report.onRecordCount} on record; ${counted(report.openingCount, 'opening balance', 'opening balances')} of ${showYuan(report.openingTotalFen)} yuan together`,
  });
  const waits = report.newCount > 0 || report.openingCount > 0;
  const next = report.runId && waits ? [approvalWords(frame, report.runId)] : [];
  const problems = remarksUnder(frame, report.problems, { zh: '必须改正：', en: 'To be corrected:' });
  const notices = remarksUnder(frame, report.notices, { zh: '请留意：', en: 'Please note:' });
  const outcome = report.problems.length > 0 ? hasProblems : outcomes[report.outcome];
  return [say(frame, outcome), counts, ...problems, ...notices, ...next].join('\n');
}

const hasProblems = {
  zh: '文件有问题，什么都没有写入。',
  en: 'The file has problems; nothing was written.',
};

const outcomes = {
  checked: { zh: '检查通过，没有写入（试运行）。', en: 'Nothing is wrong; nothing was written (dry run).' },
  'taken-in': { zh: '已导入。', en: 'Taken in.' },
  continued: { zh: '接着上次中断处导入完成。', en: 'Went on where it had been cut short; taken in.' },
  'already-taken-in': {
    zh: '这个文件以前已经导入，没有任何变化。',
    en: 'This very file was taken in before; nothing has changed.',
  },
} as const;

function remarksUnder(
  frame: Frame,
  remarks: readonly LineRemark[],
  heading: { readonly zh: string; readonly en: string },
): readonly string[] {
  if (remarks.length === 0) return [];
  return [
    say(frame, heading),
    ...remarks.map(({ line, column, columnChinese, detail }) =>
      say(frame, {
        zh: `  第 ${line} 行${columnChinese ? `“${columnChinese}”` : ''}：${detail.zh}`,
        en: `  line ${line}${column ? `, ${column}` : ''}: ${detail.en}`,
      }),
    ),
  ];
}

function totalsWords(frame: Frame, run: ImportOnRecord): string {
  const lines = [
    say(frame, { zh: `导入 ${run.id}（${run.fileName}）`, en: `Import ${run.id} (${run.fileName})` }),
    say(frame, {
      zh: `控制合计：${run.openingCount} 人，${showYuan(run.openingTotalFen)} 元；已写入 ${run.stagedCount} 人，${showYuan(run.stagedFen)} 元`,
      en: `Control totals: ${run.openingCount} people, ${showYuan(run.openingTotalFen)} yuan; lying there: ${run.stagedCount}, ${showYuan(run.stagedFen)} yuan`,
    }),
    run.approvedAt
      ? say(frame, {
          zh: `已批准；已记账 ${run.postedCount} 人，${showYuan(run.postedFen)} 元`,
          en: `Approved; posted: ${run.postedCount}, ${showYuan(run.postedFen)} yuan`,
        })
      : approvalWords(frame, run.id),
  ];
  return lines.join('\n');
}

function approvalWords(frame: Frame, runId: string): string {
  return say(frame, {
    zh: `导入的内容和期初余额要由另一名复核人员核对合计、批准后才算数：suixing import approve ${runId} --count 人数 --total 元`,
    en: `What it brought, balances and facts, counts once another officer has compared the totals and approved: suixing import approve ${runId} --count N --total YUAN`,
  });
}

interface ProgressBar {
  readonly onProgress: (progress: ImportProgress) => void;
  readonly stop: () => void;
}

/** A bar on a terminal, nothing elsewhere and nothing beside JSON. */
function progressBar(frame: Frame): ProgressBar {
  const terminal = 'isTTY' in frame.stderr && frame.stderr.isTTY === true && !frame.json;
  if (!terminal) return { onProgress: () => undefined, stop: () => undefined };
  const format = say(frame, {
    zh: '{phase} [{bar}] {value}/{total} 行',
    en: '{phase} [{bar}] {value}/{total} lines',
  });
  const bar = new cliProgress.SingleBar({
    format,
    stream: frame.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    onProgress({ phase, done, total }) {
      if (!started) bar.start(total ?? done, 0, { phase: '' });
      started = true;
      bar.setTotal(total ?? done);
      bar.update(done, { phase: say(frame, phases[phase]) });
    },
    stop: () => bar.stop(),
  };
}

const phases = {
  checking: { zh: '检查', en: 'checking' },
  writing: { zh: '写入', en: 'writing' },
  posting: { zh: '记账', en: 'posting' },
} as const;
