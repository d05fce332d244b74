import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate, yearMonth } from '#basics';
import { maskEmail, maskName, maskNumber, maskPhone } from './masks.ts';
import { countPaidMonths, sharedMonths } from './paid-months.ts';
import { situationFrom } from './situation.ts';

describe('What the register knows', () => {
  test('of a person without any entry: nothing has happened, and they were never insured here', () => {
    expect(situationFrom({ nationality: 'CHN', standing: {}, periods: [] })).toEqual({
      person: {
        nationality: 'CHN',
        retiredOn: null,
        diedOn: null,
        nationalityLostOn: null,
        leftCountry: null,
        treatmentElsewhere: null,
      },
      relationship: null,
      transfer: null,
      succession: null,
      open: { claims: false, recoveries: false, investigation: false },
    });
  });

  test('a status that nobody recorded stays unknown where months are paid', () => {
    const { relationship } = situationFrom({
      nationality: 'CHN',
      standing: {},
      periods: [{ fromMonth: yearMonth('2020-01'), toMonth: yearMonth('2020-03') }],
    });
    expect(relationship).toEqual({ paidMonths: 3 });
  });

  test('months after the day that is asked about are not counted', () => {
    const periods = [{ fromMonth: yearMonth('2020-01'), toMonth: yearMonth('2020-12') }];
    const asked = situationFrom({
      nationality: 'CHN',
      standing: {},
      periods,
      onDate: plainDate('2020-06-30'),
    });
    expect(asked.relationship).toEqual({ paidMonths: 6 });
  });
});

describe('Paid months', () => {
  const month = fc.integer({ min: 0, max: 60 });
  const period = fc.tuple(month, month).map(([a, b]) => {
    const text = (n: number) =>
      yearMonth(`${2018 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
    return { fromMonth: text(Math.min(a, b)), toMonth: text(Math.max(a, b)) };
  });

  test('each month is counted once, however many periods list it', () => {
    fc.assert(
      fc.property(fc.array(period), fc.option(period, { nil: undefined }), (periods, until) => {
        const listed = new Set<string>();
        for (const { fromMonth, toMonth } of periods) {
          for (let n = 0; n <= 60; n += 1) {
            const each = `${2018 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
            if (each >= fromMonth && each <= toMonth && (!until || each <= until.toMonth)) listed.add(each);
          }
        }
        expect(countPaidMonths(periods, until?.toMonth)).toBe(listed.size);
      }),
    );
  });

  test('two periods share the months that both list', () => {
    const one = { fromMonth: yearMonth('2020-01'), toMonth: yearMonth('2020-06') };
    expect(sharedMonths(one, { fromMonth: yearMonth('2020-06'), toMonth: yearMonth('2021-01') })).toEqual({
      fromMonth: '2020-06',
      toMonth: '2020-06',
    });
    expect(sharedMonths(one, { fromMonth: yearMonth('2020-07'), toMonth: yearMonth('2021-01') })).toBeNull();
  });
});

describe('Masks', () => {
  test('a number shows its first three and last four characters, a passport much less', () => {
    expect(maskNumber('440300199001011234')).toBe('440***********1234');
    expect(maskNumber('E12345678')).toBe('E******78');
  });

  test('of a name the first character is shown, of Latin names the first letter of each word', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳娜娜')).toBe('欧***');
    expect(maskName('Anna Maria Smith-Jones')).toBe('A*** M*** S***-J***');
  });

  test('telephone and e-mail keep what their owner needs to know them again', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskEmail('zhang@example.org')).toBe('z***@example.org');
  });
});
