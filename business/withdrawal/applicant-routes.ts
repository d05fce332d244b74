import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import type { WithdrawalContext } from './context.ts';
import { nameFitsInCase } from './name-by-case.ts';
import { namePayee } from './name-payee.ts';
import { applicants, caseOf, type Job, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import { filePaper } from './provide-material.ts';
import * as schemas from './schemas.ts';
import { confirmPayee, submitApplication } from './submit-application.ts';
import { withdrawApplication } from './withdraw-application.ts';

const openWithdrawal: Write = {
  ...{ id: 'openWithdrawal', kind: 'write', method: 'POST', path: '/withdrawals', tag, roles: applicants },
  summary: { zh: '申请支取个人账户', en: 'Apply for the personal account to be paid out' },
  body: schemas.application,
  answer: schemas.stepped,
  status: 201,
  refusals: [
    ...(['withdrawal.no-person', 'withdrawal.bad-input', 'withdrawal.competing-case'] as const),
    'withdrawal.competing-case-of-another',
    ...(['withdrawal.not-open', 'withdrawal.ground-by-successor', 'withdrawal.no-rules'] as const),
    ...(['withdrawal.payee-not-insured', 'withdrawal.unknown-material', 'ledger.already-held'] as const),
    'succession.heirs-named',
  ],
  async run(tx, { context, caller, body }) {
    const { personId, payee, ...application } = schemas.application.parse(body);
    const asked = { ...application, context, caller, personId: personId ?? null, payee: payee ?? null };
    return shown(await applyForWithdrawal(tx, asked));
  },
};

const submitWithdrawal: Write = {
  ...{ id: 'submitWithdrawal', kind: 'write', method: 'POST', path: '/withdrawals/{number}/submission', tag },
  roles: applicants,
  summary: { zh: '提交草稿', en: 'Submit a draft' },
  params: schemas.number,
  body: schemas.submission,
  answer: schemas.stepped,
  refusals: [
    ...[...stepRefusals, 'withdrawal.not-open', 'withdrawal.no-rules'],
    ...([
      'withdrawal.competing-case',
      'withdrawal.competing-case-of-another',
      'ledger.already-held',
    ] as const),
  ],
  async run(tx, asked) {
    return shown(await submitApplication(tx, { ...caseOf(asked), ...schemas.submission.parse(asked.body) }));
  },
};

const confirmWithdrawalPayee: Write = {
  ...{ id: 'confirmWithdrawalPayee', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/withdrawals/{number}/payee-confirmation',
  summary: {
    zh: '自动开办的：确认收款账户，即为申请',
    en: 'Opened by itself: confirm the payee, which makes it an application',
  },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: [
    ...[...stepRefusals, 'withdrawal.not-open', 'withdrawal.no-rules', 'casework.need-missing'],
    ...([
      'withdrawal.competing-case',
      'withdrawal.competing-case-of-another',
      'ledger.already-held',
    ] as const),
  ],
  async run(tx, asked) {
    const { seen } = schemas.plainStep.parse(asked.body);
    return shown(await confirmPayee(tx, { ...caseOf(asked), seen }));
  },
};

const provideWithdrawalPaper: Write = {
  ...{ id: 'provideWithdrawalPaper', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/withdrawals/{number}/materials',
  summary: { zh: '提交一份材料', en: 'Hand in a paper' },
  params: schemas.number,
  body: schemas.newPaper,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'withdrawal.unknown-material', 'withdrawal.bad-input'],
  async run(tx, asked) {
    const { seen, ...paper } = schemas.newPaper.parse(asked.body);
    return shown(await filePaper(tx, { ...caseOf(asked), paper, seen }));
  },
};

const nameWithdrawalPayee: Write = {
  ...{ id: 'nameWithdrawalPayee', kind: 'write', method: 'POST', path: '/withdrawals/{number}/payee', tag },
  roles: applicants,
  summary: {
    zh: '填写收款账户；银行退回后由参保人本人或经办更正',
    en: 'Name the account to be paid to; after a return the insured person or a clerk corrects it here',
  },
  params: schemas.number,
  body: schemas.newPayee,
  answer: schemas.stepped,
  refusals: [
    ...stepRefusals,
    ...(['withdrawal.bad-input', 'withdrawal.payee-not-insured', 'withdrawal.payee-name-changed'] as const),
    'succession.heirs-named',
    ...(['payments.payee-approved', 'payments.not-returned', 'access.no-session'] as const),
    'payments.account-sent-back',
  ],
  async run(tx, asked) {
    const { seen, ...payee } = schemas.newPayee.parse(asked.body);
    return shown(await namePayee(tx, { ...caseOf(asked), payee, seen }));
  },
};

const nameFitsWithdrawal: Job = {
  ...{ id: 'nameFitsInWithdrawal', kind: 'job', method: 'POST', tag, roles: ['insured', 'agent'] },
  ...{ path: '/withdrawals/{number}/payee-name', perMinute: 10 },
  summary: {
    zh: '填写收款账户时，先看户名是不是参保人本人',
    en: 'Whether the account’s name is the insured person’s, before it is sent',
  },
  params: schemas.number,
  body: schemas.nameWritten,
  answer: schemas.nameFits,
  refusals: ['casework.no-case', 'withdrawal.rule-version-unknown'],
  run(asked) {
    const { name } = schemas.nameWritten.parse(asked.body);
    return nameFitsInCase(asked.context.database, { ...caseOf(asked), name });
  },
};

const withdrawWithdrawal: Write = {
  ...{ id: 'withdrawApplication', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/withdrawals/{number}/withdrawal-of-application',
  summary: { zh: '撤回申请', en: 'Withdraw the application' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await withdrawApplication(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

/** What the applicant does, alone or with a clerk at the window. */
export const applicantOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  openWithdrawal,
  submitWithdrawal,
  confirmWithdrawalPayee,
  provideWithdrawalPaper,
  nameWithdrawalPayee,
  nameFitsWithdrawal,
  withdrawWithdrawal,
];
