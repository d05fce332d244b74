import { writeFileSync } from 'node:fs';
import type { Agency } from '#apps/agency';
import { ok, refuse } from '#basics';
import { deliverSeals, proveRecord, readRecordPlace, sealDay } from '#engines/audit';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/**
 * `suixing seal`: seals the day where that was not done, and writes what is not in the second place yet. Exit code 1 where
 * something could not be written there.
 */
export async function sealCommand(
  frame: Frame,
  { agency, again }: { readonly agency: Agency; readonly again: boolean },
): Promise<ExitCode> {
  const sealed = await sealDay(agency, { again });
  if (!sealed.ok) return conclude(frame, sealed, () => '');
  const { delivered, failed } = await deliverSeals(agency);
  const { number, sealedOn, leaves } = sealed.value;
  const place = agency.secondPlace.name;
  const told = { number, sealedOn, leaves, place, delivered, failed };
  const code = conclude(frame, ok(told), () =>
    [
      say(frame, {
        zh: `第 ${number} 号封存，${sealedOn}，${leaves} 条记录`,
        en: `seal ${number} of ${sealedOn}, ${leaves} records`,
      }),
      ...delivered.map((each) =>
        say(frame, { zh: `第 ${each} 号已写入 ${place}`, en: `seal ${each} written to ${place}` }),
      ),
      ...failed.map(({ number: each, reason }) =>
        say(frame, {
          zh: `第 ${each} 号没能写入 ${place}，下次再试：${reason}`,
          en: `seal ${each} could not be written to ${place} and will be tried again: ${reason}`,
        }),
      ),
    ].join('\n'),
  );
  return failed.length > 0 ? 1 : code;
}

/** `suixing prove RECORD`: a proof that a record was sealed, as a file that a third party checks offline. */
export async function proveCommand(
  frame: Frame,
  asked: { readonly agency: Agency; readonly record: string; readonly out: string | null },
): Promise<ExitCode> {
  const place = readRecordPlace(asked.record);
  const proof = place ? await proveRecord(asked.agency, place) : refuse({ code: 'audit.no-such-record' });
  if (!proof.ok) return conclude(frame, proof, () => '');
  frame.shown?.add(proof.value.record.id.split('/')[0] ?? '');
  const text = `${JSON.stringify(proof.value, null, 2)}\n`;
  const { out } = asked;
  if (out === null) {
    frame.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(out, text, { mode: 0o600 });
  } catch {
    return conclude(frame, refuse({ code: 'cli.unwritable-file', figures: { file: out } }), () => '');
  }
  return conclude(frame, ok({ file: out }), () =>
    say(frame, { zh: `证明已写入 ${out}`, en: `the proof was written to ${out}` }),
  );
}
