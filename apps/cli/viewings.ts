import { ok, shanghaiTime } from '#basics';
import { listViewings } from '#business/access-log';
import { listLinks } from '#engines/audit';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

interface PageOf {
  /** The last one of the page before. */
  readonly before: string | null;
}

const limit = 100;

/** `suixing viewings [PERSON] [--by ACTOR]`: who looked at whose record, the latest first. */
export async function showViewings(
  frame: Frame,
  asked: Desk & PageOf & { readonly personId: string | null; readonly actorId: string | null },
): Promise<ExitCode> {
  const { agency, personId: ownerId, actorId, before } = asked;
  const rows = await listViewings(agency.database, { ownerId, actorId, before, limit });
  const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  return conclude(frame, ok({ items: rows, next }), ({ items }) =>
    [
      ...items.map((row) =>
        [
          shanghaiTime(row.at),
          row.actorId,
          row.ownerId,
          row.operation,
          row.purpose,
          row.caseNumber ?? '',
        ].join('  '),
      ),
      ...(items.length === 0 ? [say(frame, { zh: '没有查阅记录', en: 'nobody has looked' })] : []),
      ...more(frame, next),
    ].join('\n'),
  );
}

/** `suixing chain PERSON`: every change of a person's records, the latest first, and the seal that covers it. */
export async function showChain(
  frame: Frame,
  { agency, personId: ownerId, before }: Desk & PageOf & { readonly personId: string },
): Promise<ExitCode> {
  const from = before === null ? null : Number(before);
  const rows = await listLinks(agency.database, { ownerId, before: from, limit });
  const next = rows.length === limit ? String(rows.at(-1)?.seq) : null;
  const items = rows.map(({ seq, kind, reference, at, seal }) => ({
    ...{ record: `record:${ownerId}/${seq}`, personId: ownerId, kind, reference, at, seal },
  }));
  return conclude(frame, ok({ items, next }), (told) =>
    [
      ...told.items.map(({ record, kind, reference, at, seal }) =>
        [record, shanghaiTime(at), kind, reference, sealWords(frame, seal)].join('  '),
      ),
      ...(items.length === 0 ? [say(frame, { zh: '没有登记', en: 'nothing is on record' })] : []),
      ...more(frame, next),
    ].join('\n'),
  );
}

function sealWords(frame: Frame, seal: number | null): string {
  if (seal === null) return say(frame, { zh: '尚未封存', en: 'not sealed yet' });
  return say(frame, { zh: `第 ${seal} 号封存`, en: `seal ${seal}` });
}

function more(frame: Frame, next: string | null): readonly string[] {
  if (next === null) return [];
  return [say(frame, { zh: `还有更多：--before ${next}`, en: `there are more: --before ${next}` })];
}
