import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import {
  lastDayToObject,
  objectionOnceSettled,
  objectionTimes,
  remediesFrom,
  shareObjection,
} from './remedy-texts.ts';

test('an objection to a payment has its days from the settlement, wherever that is told, and one to a share until it is at the bank', () => {
  const on = plainDate('2026-06-01');
  expect(lastDayToObject(on)).toBe('2026-07-31');
  const { refusal, payment, share } = objectionTimes(60);
  expect(refusal.zh).toBe('收到决定书之日起 60 天内提出');
  expect(objectionOnceSettled(on).zh).toContain(payment.zh);
  expect(objectionOnceSettled(on).en).toContain(payment.en);
  expect(share).toBe(shareObjection);
  expect(share.zh).toContain('交给银行为止');
});

test('the letter speaks of itself, and a page on which it is read of later of the letter', () => {
  const said = [
    remediesFrom(plainDate('2026-06-01'), '440300'),
    remediesFrom(plainDate('2026-06-01'), '440300', 'later'),
  ];
  const [letter, page] = said.map(([first]) => first?.zh);
  expect(letter).toMatch(/^自收到本决定之日起 60 日内.*今天收到的/);
  expect(page).toMatch(/^自收到决定书之日起 60 日内.*2026-06-01 收到的/);
  const [letterEn, pageEn] = said.map(([first]) => first?.en);
  expect(letterEn).toContain('of receiving this decision you may');
  expect(pageEn).toContain('of receiving the decision letter you may');
});
