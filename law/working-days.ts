import { plainDate } from '#basics';
import type { DatedFigure } from './dated.ts';

/** Working days from a complete application to the payment of a personal account. */
export const withdrawalWorkingDays: DatedFigure<number> = {
  id: 'withdrawal.working-days',
  description: {
    zh: '一次性支取个人账户：从受理到办结的工作日数',
    en: 'Paying out a personal account: working days from acceptance to completion',
  },
  unit: 'working days',
  values: [
    {
      fromOn: null,
      value: 10,
      grade: 'D',
      source:
        'Page about the Guangdong online window and the Shenzhen counter (about ten working days in all)',
    },
  ],
};

/** Working days that the sending agency has, from acceptance, to complete a transfer out. */
export const transferOutWorkingDays: DatedFigure<number> = {
  id: 'transfer-out.working-days',
  description: {
    zh: '转出地从受理到完成转出的工作日数',
    en: 'Sending agency: working days from acceptance to a completed transfer out',
  },
  unit: 'working days',
  values: [
    { fromOn: plainDate('2016-09-01'), value: 15, grade: 'B', source: '人社厅发〔2016〕94号' },
    {
      fromOn: plainDate('2021-12-01'),
      value: 10,
      grade: 'B',
      source: '医保办发〔2021〕43号 (first day: grade M)',
    },
  ],
};

/** Working days that the receiving agency has, from the information sheet, to record a transfer in. */
export const transferInWorkingDays: DatedFigure<number> = {
  id: 'transfer-in.working-days',
  description: {
    zh: '转入地收到信息表后完成转入的工作日数',
    en: 'Receiving agency: working days from the information sheet to a recorded transfer in',
  },
  unit: 'working days',
  values: [
    { fromOn: plainDate('2016-09-01'), value: 15, grade: 'B', source: '人社厅发〔2016〕94号' },
    {
      fromOn: plainDate('2021-12-01'),
      value: 5,
      grade: 'B',
      source: '医保办发〔2021〕43号 (first day: grade M)',
    },
  ],
};

/** Working days that the agency has for a change or cancellation of what is registered: leaving, stopping, retiring, dying. */
export const registrationWorkingDays: DatedFigure<number> = {
  id: 'registration.working-days',
  description: {
    zh: '参保登记变更或注销（减员、停保、退休、死亡登记）的工作日数',
    en: 'Changing or cancelling a registration (leaving, stopping, retiring, a death): working days',
  },
  unit: 'working days',
  values: [
    {
      fromOn: plainDate('2023-12-01'),
      value: 10,
      grade: 'A',
      source: 'Regulations on the Handling of Social Insurance, article 10',
    },
  ],
};

/** Working days in which a filing for treatment elsewhere is confirmed: a service limit, not one of statute. */
export const treatmentFilingWorkingDays: DatedFigure<number> = {
  id: 'treatment-filing.working-days',
  description: {
    zh: '异地就医备案：从受理到确认的工作日数（服务承诺，不是法定时限）',
    en: 'Filing for treatment elsewhere: working days to its confirmation (a service limit, not a statutory one)',
  },
  unit: 'working days',
  values: [
    {
      fromOn: null,
      value: 2,
      grade: 'M',
      source: 'From memory of the national list of services; no page found',
    },
  ],
};
