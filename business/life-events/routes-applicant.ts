import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import type { LifeEventContext } from './context.ts';
import { caseOf, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import { reportLifeEvent } from './report-life-event.ts';
import * as schemas from './schemas.ts';
import { fileEventPaper, withdrawEvent } from './steps.ts';

/** Who may report what, the procedure of each kind says. An employer reports its staff by a report of its own (`staff/`). */
const applicants = ['insured', 'successor', 'agent', 'clerk'] as const;

const openLifeEvent: Write = {
  ...{ id: 'openLifeEvent', kind: 'write', method: 'POST', path: '/life-events', tag },
  roles: [...applicants, 'integrator'],
  summary: {
    zh: '报告减员、停保、异地就医备案、退休或去世（单位自己申报减员见 staff-reports，这里由窗口代报；医院、民政等机构凭接口密钥报告去世）',
    en: 'Report a staff reduction, a stop, treatment elsewhere, a retirement or a death (an employer uses staff-reports, here a clerk reports in its name; hospitals and authorities report a death with a key)',
  },
  body: schemas.report,
  answer: schemas.stepped,
  status: 201,
  refusals: [
    ...(['life-events.no-person', 'life-events.not-yours', 'life-events.already-open'] as const),
    ...(['life-events.not-open', 'casework.unknown-material', 'casework.bad-reference'] as const),
  ],
  async run(tx, { context, caller, body }) {
    const { personId, identity, ...given } = schemas.report.parse(body);
    const asked = { ...given, context, caller, personId: personId ?? null, identity: identity ?? null };
    return shown(await reportLifeEvent(tx, asked));
  },
};

const provideLifeEventPaper: Write = {
  ...{ id: 'provideLifeEventPaper', kind: 'write', method: 'POST', tag, roles: applicants },
  path: '/life-events/{number}/materials',
  summary: { zh: '提交一份材料', en: 'Hand in a paper' },
  params: schemas.number,
  body: schemas.newPaper,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.unknown-material', 'casework.bad-reference'],
  async run(tx, asked) {
    const { seen, ...paper } = schemas.newPaper.parse(asked.body);
    return shown(await fileEventPaper(tx, { ...caseOf(asked), paper, seen }));
  },
};

const withdrawLifeEvent: Write = {
  ...{ id: 'withdrawLifeEvent', kind: 'write', method: 'POST', tag, roles: [...applicants, 'employer'] },
  path: '/life-events/{number}/withdrawal-of-application',
  summary: { zh: '撤回', en: 'Take it back' },
  params: schemas.number,
  body: schemas.plainStep,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'life-events.not-your-employer'],
  async run(tx, asked) {
    return shown(await withdrawEvent(tx, { ...caseOf(asked), ...schemas.plainStep.parse(asked.body) }));
  },
};

/** What the applicant does, alone or with a clerk at the window. */
export const applicantOperations: readonly Operation<LifeEventContext, Caller>[] = [
  openLifeEvent,
  provideLifeEventPaper,
  withdrawLifeEvent,
];
