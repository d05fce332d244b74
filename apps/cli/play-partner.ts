import { readFileSync, statSync } from 'node:fs';
import {
  type Heard,
  listenAs,
  newVoice,
  type PlayedMessage,
  type Playing,
  type Profile,
  playOpening,
  profiles,
  reachTarget,
  readAgencyKeys,
  readKitKeys,
} from '#apps/partner';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { readBody, type TransferPerson, transferMessages } from '#business/transfer';
import { conclude, type ExitCode, type Frame, say, show } from './frame.ts';
import type { PartnerOptions } from './mount-partner.ts';

export type PartnerAsked = PartnerOptions & { readonly gateway: string };

/** `suixing partner GATEWAY`: opens a transfer by the profile; with `--listen` it answers what comes, until it is stopped. */
export async function partnerCommand(frame: Frame, asked: PartnerAsked): Promise<ExitCode> {
  const playing = await playingOf(asked);
  if (!playing.ok) return conclude(frame, playing, () => '');
  if (asked.listen !== undefined)
    return listen(frame, { playing: playing.value, port: Number(asked.listen) });
  const person = asked.person === undefined ? ok(null) : personIn(asked.person);
  if (!person.ok) return conclude(frame, person, () => '');
  const { profile } = playing.value;
  const messages = await playOpening(playing.value, person.value);
  show(frame, { profile, messages }, () =>
    [`${profile}: ${say(frame, profiles[profile])}`, ...messages.map(lineOf)].join('\n'),
  );
  return 0;
}

async function playingOf({
  gateway,
  region,
  as,
  keys: file,
  ...asked
}: PartnerAsked): Promise<Result<Playing, Refusal>> {
  if (!URL.canParse(gateway)) return refuse({ code: 'partner.no-target' });
  const target = await reachTarget(gateway, region);
  if (!target.ok) return target;
  await target.value.follow();
  const folder = statSync(file, { throwIfNoEntry: false })?.isDirectory();
  const keys = folder ? readAgencyKeys(file, target.value.now()) : readKitKeys(file);
  if (!keys.ok) return keys;
  if (!keys.value) return refuse({ code: 'partner.no-keys', figures: { file } });
  const voice = newVoice({ region: as, keys: keys.value });
  const profile = asked.profile as Profile; // the option's choices are the profiles
  const delayMs = Math.max(0, Number(asked.delay) || 0) * 1000;
  return ok({ profile, target: target.value, voice, delayMs });
}

/** As a contact letter has it. Refuses `cli.unreadable-file` and `partner.bad-person`. */
function personIn(file: string): Result<TransferPerson, Refusal> {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse({ code: 'cli.unreadable-file', figures: { file } });
  }
  const read = readBody('contact-letter', { ...transferMessages['contact-letter'].example, person: given });
  if (read.ok) return ok(read.body.person);
  return refuse({ code: 'partner.bad-person', problems: read.problems });
}

async function listen(
  frame: Frame,
  { playing, port }: { readonly playing: Playing; readonly port: number },
): Promise<ExitCode> {
  const onHeard = (heard: Heard) => {
    const line = frame.json ? JSON.stringify(heard) : heardLines(heard);
    frame.stdout.write(`${line}\n`);
  };
  const started = await listenAs(playing, { port, onHeard });
  if (!started.ok) return conclude(frame, started, () => '');
  const { address, stop } = started.value;
  show(frame, { address, profile: playing.profile }, () =>
    say(frame, {
      zh: `在 ${address} 收报文，Ctrl-C 停止`,
      en: `takes messages at ${address}; Ctrl-C stops it`,
    }),
  );
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  await stop();
  return 0;
}

function heardLines({ message: { type, transferId, sequence }, answered }: Heard): string {
  return [`← ${type} ${transferId} #${sequence}`, ...answered.map(lineOf)].join('\n');
}

function lineOf({ type, transferId, sequence, from, status, outcome, reason }: PlayedMessage): string {
  const what = [type, transferId, sequence === null ? '' : `#${sequence}`, from ?? ''];
  return `→ ${[...what, `${status}`, outcome, reason ?? ''].filter((word) => word !== '').join(' ')}`;
}
