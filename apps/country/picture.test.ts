import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { inkOn, luminance, pictureOf, shade } from './picture.ts';
import type { CountryReport } from './report.ts';

const nothing = { count: 0, medianDays: null };
const report = {
  ...{ from: plainDate('2027-01-01'), until: plainDate('2028-01-01'), moved: 12, over: 11, open: 1 },
  regions: [
    { code: '490101', name: 'A1', habit: 'prompt' },
    { code: '490102', name: 'A<2>', habit: 'paper' },
  ],
  moves: [
    [nothing, { count: 12, medianDays: 31 }],
    [nothing, nothing],
  ],
} as unknown as CountryReport; // what the picture reads of it

it('the picture says in both languages what it shows, also to whoever has it read aloud, and that it is synthetic', () => {
  const [zh, en] = [pictureOf(report, 'zh'), pictureOf(report, 'en')];
  for (const svg of [zh, en]) {
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title desc"/);
    expect(svg).not.toContain('A<2>');
    expect(svg.match(/<g>/g)).toHaveLength(4);
  }
  expect(en).toContain('<title>A1 to A&lt;2&gt;: 12 people, median 31 days</title>');
  expect(en).toContain('All of it is synthetic');
  expect(en).toContain('12 from A1 to A&lt;2&gt;');
  expect(zh).toContain('<title>A1 到 A&lt;2&gt;：12 人，中位数 31 天</title>');
  expect(zh).toContain('全部为合成数据');
});

it('every number can be read on its shade', () => {
  for (let share = 0; share <= 1; share += 1 / 64) {
    const [ground, ink] = [luminance(shade(share)), luminance(inkOn(shade(share)))];
    expect((Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05)).toBeGreaterThanOrEqual(4.5);
  }
});
