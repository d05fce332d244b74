import type { Text } from '#basics';

/** Who has to act before a transfer can go on. */
export const actorNames = {
  person: { zh: '本人', en: 'the insured person' },
  employer: { zh: '用人单位', en: 'the employer' },
  'this-agency': { zh: '本机构', en: 'this agency' },
  'other-agency': { zh: '对方经办机构', en: 'the other agency' },
} as const satisfies Readonly<Record<string, Text>>;
export type PreCheckActor = keyof typeof actorNames;

interface Worded {
  /** What stands in the way, said as such. */
  readonly text: Text;
  readonly by: PreCheckActor;
}

/** A reason that no condition of a rule set gives: it names its own provision and remedy. */
interface Own extends Worded {
  readonly remedy: Text;
  readonly source: string;
}

/** How conditions of the transfer option are told where they are not met; clause and remedy are the rule set's. */
export const conditionReasons: Readonly<Record<string, Worded>> = {
  applied: {
    text: { zh: '还没有提出转移申请。', en: 'The transfer has not been applied for.' },
    by: 'person',
  },
  'insurance-stopped': {
    text: { zh: '医保还没有停保。', en: 'The insurance here has not been stopped.' },
    by: 'employer',
  },
  'not-retired-here': {
    text: {
      zh: '已经退休，退休人员的医保不转移。',
      en: 'The person is retired, and a retired person’s cover does not move.',
    },
    by: 'person',
  },
  'account-or-months': {
    text: {
      zh: '没有个人账户，也没有缴费月数可以转。',
      en: 'There is neither an account nor a paid month to transfer.',
    },
    by: 'person',
  },
  'no-open-claim': {
    text: { zh: '有医疗费报销还没有结清。', en: 'A claim for medical costs is still open.' },
    by: 'this-agency',
  },
  'no-open-recovery': {
    text: { zh: '有多领的钱还没有退回。', en: 'An overpayment has not been paid back.' },
    by: 'person',
  },
  'no-open-investigation': {
    text: { zh: '医保基金使用情况正在被调查。', en: 'An investigation of the use of the fund is open.' },
    by: 'this-agency',
  },
  'no-competing-case': {
    text: { zh: '同一个账户有别的申请正在办理。', en: 'Another application on the same account is open.' },
    by: 'person',
  },
};

const tellAgencies: Text = {
  zh: '请核对证件和参保登记；登记有误的，由有误的一方更正后重新提出。',
  en: 'Compare the identity document with what is on record; whichever agency has it wrong corrects it, and then ask again.',
};

export const ownReasons = {
  'person-died': {
    text: { zh: '参保人已经去世，不再转移。', en: 'The insured person has died; nothing is transferred.' },
    remedy: {
      zh: '账户余额由继承人申请支取。',
      en: 'The successors apply to have the balance paid out.',
    },
    ...{ source: 'G2', by: 'person' },
  },
  'no-rules': {
    text: {
      zh: '本地在这一天没有关于转移的规则。',
      en: 'There are no rules on transfers here for that day.',
    },
    remedy: {
      zh: '请管理员安排适用的规则集。',
      en: 'An administrator schedules the rule set that applies.',
    },
    ...{ source: 'G0.1', by: 'this-agency' },
  },
  arrears: {
    text: { zh: '有欠缴的医保费。', en: 'Contributions are in arrears.' },
    remedy: {
      zh: '请欠费的单位或者本人补缴，入账后就可以转移。',
      en: 'The employer or person who owes them pays; the transfer can go on once the money is matched.',
    },
    ...{ source: 'TRANSFER-ARREARS', by: 'employer' },
  },
  'name-differs': {
    text: { zh: '姓名与登记的不一致。', en: 'The name is not the one on record.' },
    remedy: tellAgencies,
    ...{ source: 'TRANSFER-CHECK', by: 'person' },
  },
  'identity-differs': {
    text: { zh: '证件号码与登记的不一致。', en: 'The identity number is not the one on record.' },
    remedy: tellAgencies,
    ...{ source: 'SIL-58', by: 'person' },
  },
  'agency-unknown': {
    text: {
      zh: '对方地区的经办机构还不在机构名录里。',
      en: 'The agency of the other region is not in the directory.',
    },
    remedy: {
      zh: '由本机构的两名管理员登记该机构；没有联网的，可以按纸质方式办理。',
      en: 'Two administrators of this agency enter it; an agency without a gateway is reached on paper.',
    },
    ...{ source: 'TRANSFER-FLOW', by: 'this-agency' },
  },
  'agency-suspended': {
    text: { zh: '与对方经办机构的联网已暂停。', en: 'The exchange with the other agency is suspended.' },
    remedy: {
      zh: '恢复联网后继续；急需办理的，由管理员改为纸质方式。',
      en: 'It goes on when the exchange is resumed; if it is urgent, an administrator has it done on paper.',
    },
    ...{ source: 'TRANSFER-FLOW', by: 'this-agency' },
  },
  'same-agency': {
    text: { zh: '转出地和转入地是同一个地区。', en: 'The person would come to the region that they leave.' },
    remedy: {
      zh: '在同一统筹区换单位不用转移，由新单位办理参保登记。',
      en: 'Within one region nothing is transferred: the new employer enrols the person.',
    },
    ...{ source: 'TRANSFER-2', by: 'person' },
  },
  'not-enrolled-here': {
    text: { zh: '在本地还没有参保，或者参保没有生效。', en: 'The person is not actively insured here yet.' },
    remedy: {
      zh: '先由单位或者本人在本地办理参保，生效后就可以转入。',
      en: 'The employer, or the person, enrols here first; the transfer goes on once that has taken effect.',
    },
    ...{ source: 'TRANSFER-FLOW', by: 'employer' },
  },
  'retired-elsewhere': {
    text: {
      zh: '在原参保地已经退休，退休人员的医保不转移。',
      en: 'The person retired where they come from, and a retired person’s cover does not move.',
    },
    remedy: {
      zh: '继续享受原参保地的待遇；长期在本地看病的，向原参保地办理异地就医备案。',
      en: 'The benefits there go on; for treatment here over a long time, file for treatment elsewhere with that agency.',
    },
    ...{ source: 'TRANSFER-2', by: 'person' },
  },
  'insured-elsewhere': {
    text: {
      zh: '在别的地区还有正常参保的医保。',
      en: 'The person is still actively insured in another region.',
    },
    remedy: {
      zh: '请原单位或者本人在那里停保；重复参保的月份只计一次，不会丢失。',
      en: 'The former employer, or the person, has that insurance stopped; months paid twice are counted once and none is lost.',
    },
    ...{ source: 'TRANSFER-ONCE', by: 'employer' },
  },
  'transferred-already': {
    text: {
      zh: '医保关系已经转走，这里没有还可以转的月数和余额。',
      en: 'The record has been transferred already, and no month and no balance is left here to transfer.',
    },
    remedy: {
      zh: '不用再申请。以后要转到别的地区的，向转入地的经办机构申请；认为这里还有没转的月数的，请本机构查明并补记。',
      en: 'Do not apply again. To go on to another region, apply to the agency where the record is now; if a month is missing from what went, have this agency look for it and record it.',
    },
    ...{ source: 'TRANSFER-ONCE', by: 'person' },
  },
  'transfer-open': {
    text: { zh: '同一人的另一件转移正在办理。', en: 'Another transfer of the same person is open.' },
    remedy: {
      zh: '等前一件办完，或者先撤回它。',
      en: 'Wait until it is finished, or take it back first.',
    },
    ...{ source: 'TRANSFER-ONCE', by: 'person' },
  },
} as const satisfies Readonly<Record<string, Own>>;
export type OwnReason = keyof typeof ownReasons;

/** What `transfer-open` says where the transfer that is open is the one that is asked for. */
export const announcedHere: Pick<Own, 'text' | 'remedy'> = {
  text: {
    zh: '转出地已经告知这件转移，等待确认。',
    en: 'The other agency has announced this transfer already; it waits to be confirmed.',
  },
  remedy: {
    zh: '不用再申请，确认那一件即可：登录后或者到窗口确认（suixing transfer confirm）。',
    en: 'Do not apply again but confirm that one, online or at the window (`suixing transfer confirm`).',
  },
};

/** Every reason of ours by its code, as partners are told of them. */
export const preCheckReasons: Readonly<Record<string, Worded>> = { ...conditionReasons, ...ownReasons };
