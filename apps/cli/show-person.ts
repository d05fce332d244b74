import { ok, type Refusal, type Result, refuse, shanghaiDate, showYuan } from '#basics';
import { type PersonalAccount, readPersonalAccount } from '#business/personal-account';
import { type PersonCard, personCard, situationOf } from '#business/registry';
import type { Situation } from '#business/registry/public';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

interface PersonAsked extends RegistryDesk {
  readonly personId: string;
}

/** `suixing person show PERSON`: the card, what is on record, and the account; every number masked. */
export async function showPerson(frame: Frame, asked: PersonAsked): Promise<ExitCode> {
  return conclude(frame, await readPerson(asked), (told) => personWords(frame, told));
}

interface PersonTold {
  readonly card: PersonCard;
  readonly situation: Situation;
  /** Null where there is none. */
  readonly account: PersonalAccount | null;
}

async function readPerson({ agency, caller, personId }: PersonAsked): Promise<Result<PersonTold, Refusal>> {
  const { database, seal, clock } = agency;
  const card = await personCard(database, { owner: personId, seal });
  const situation = await situationOf(database, { owner: personId });
  if (!card || !situation) return refuse({ code: 'registry.no-such-person' });
  const on = shanghaiDate(clock.now());
  const account = await readPersonalAccount(database, { caller, owner: card.personId, on });
  return ok({ card, situation, account: account.ok ? account.value : null });
}

function personWords(frame: Frame, { card, situation, account }: PersonTold): string {
  const balance = account && {
    zh: `账户余额 ${showYuan(account.balanceFen)} 元，未入账利息 ${showYuan(account.interestFen)} 元${account.heldBy ? '，已冻结' : ''}`,
    en: `balance ${showYuan(account.balanceFen)} yuan, interest not yet credited ${showYuan(account.interestFen)} yuan${account.heldBy ? ', held' : ''}`,
  };
  const none = { zh: '没有个人账户', en: 'no personal account' };
  return [
    [card.personId, card.name, card.birthYear, card.nationality].join('  '),
    JSON.stringify(situation, null, 2),
    say(frame, balance ?? none),
  ].join('\n');
}
