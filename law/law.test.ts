import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PlainDate, plainDate } from '#basics';
import { type DatedFigure, valueOn } from './dated.ts';
import { decisionLimitFen } from './decision-limit.ts';
import { fixedHolidays } from './fixed-holidays.ts';
import { interestRule } from './interest.ts';
import { paperRetentionMonths, paperValidityMonths, unusedPaperRetentionMonths } from './papers.ts';
import { provisions } from './provisions.ts';
import { regionPacks } from './regions/packs.ts';
import { successionFigures } from './succession.ts';
import { certificateValidityMonths, longestWaitingMonths } from './transfer-arrival.ts';
import {
  registrationWorkingDays,
  transferInWorkingDays,
  transferOutWorkingDays,
  treatmentFilingWorkingDays,
  withdrawalWorkingDays,
} from './working-days.ts';

const on = (text: string): PlainDate => plainDate(text);

describe('dated figures', () => {
  test.each([
    ['the day before a new rate', '2015-10-23', 13_500],
    ['the day of a new rate', '2015-10-24', 11_000],
    ['the day after', '2015-10-25', 11_000],
  ])('%s', (_name, day, rate) => {
    expect(valueOn(interestRule.buckets['carried-over'], on(day))?.value).toBe(rate);
  });

  test('a figure has no value before its first day', () => {
    expect(valueOn(interestRule.buckets.inflow, on('1998-12-06'))).toBeNull();
    expect(valueOn(transferOutWorkingDays, on('2016-08-31'))).toBeNull();
    expect(valueOn(transferOutWorkingDays, on('2021-11-30'))?.value).toBe(15);
    expect(valueOn(transferOutWorkingDays, on('2021-12-01'))?.value).toBe(10);
  });

  test('every figure is listed oldest first, one value a day, each with a source', () => {
    const figures: readonly DatedFigure<unknown>[] = [
      ...Object.values(interestRule.buckets),
      interestRule.dayCount,
      interestRule.rounding,
      interestRule.compounding,
      interestRule.debitOrder,
      withdrawalWorkingDays,
      fixedHolidays,
      decisionLimitFen,
      transferOutWorkingDays,
      transferInWorkingDays,
      registrationWorkingDays,
      treatmentFilingWorkingDays,
      paperRetentionMonths,
      paperValidityMonths,
      unusedPaperRetentionMonths,
      ...successionFigures,
      ...[certificateValidityMonths, longestWaitingMonths],
      ...regionPacks.flatMap(({ arrival }) => Object.values(arrival).filter(isFigure)),
    ];
    for (const { id, values } of figures) {
      const days = values.map(({ fromOn }) => fromOn ?? '');
      expect([id, [...new Set(days)].sort()]).toEqual([id, days]);
      for (const { source } of values) expect(source.length).toBeGreaterThan(5);
    }
  });

  test('rates are whole parts per million of a plausible size', () => {
    for (const { values } of Object.values(interestRule.buckets)) {
      for (const { value } of values) {
        expect(Number.isInteger(value)).toBe(true);
        expect(value).toBeGreaterThan(1_000);
        expect(value).toBeLessThan(100_000);
      }
    }
  });
});

describe('region packs', () => {
  test('no region sets a longer waiting period than national law lets it', () => {
    for (const { arrival } of regionPacks)
      for (const { value } of arrival.benefitsAfterMonths.values)
        expect(value).toBeLessThanOrEqual(longestWaitingMonths.values.at(-1)?.value ?? 0);
  });

  test('where a figure about arrivals was read is told in Chinese to who reads Chinese, and in English alone to others', () => {
    const rules = regionPacks.map(({ arrival: { makeUpTerms, source, ...figures } }) => figures);
    const values = [...rules.flatMap((each) => Object.values(each)), longestWaitingMonths].flatMap(
      (figure: DatedFigure<unknown>) => figure.values,
    );
    for (const { source, sourceZh } of values) {
      expect(sourceZh, source).toMatch(/\p{Script=Han}/u);
      expect(source).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('each cites a provision that there is, and says its region’s name and no other’s', () => {
    for (const { region, name, arrival, ...pack } of regionPacks) {
      if (arrival.source !== null) expect(provisions.map(({ id }) => id)).toContain(arrival.source);
      const said = JSON.stringify([pack.reconsideredBy, pack.court, pack.interest.note]);
      expect(said).toContain(name.zh);
      for (const other of regionPacks.filter((each) => each.region !== region))
        for (const text of [other.name.zh, other.name.en]) expect(said).not.toContain(text);
    }
  });
});

describe('provisions', () => {
  test('hold every clause of the guide once', () => {
    const ids = provisions.map((clause) => clause.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^G\d/.test(id))).toEqual([
      'G0.1',
      'G0.2',
      'G0.3',
      'G0.4',
      'G0.5',
      'G1',
      'G2',
      'G3',
      'G4',
      'G5.1',
      'G5.2',
    ]);
  });

  test('each has its place in docs/law/clauses.md, so that every source can be followed', () => {
    const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'law', 'clauses.md'), 'utf8');
    for (const { id, says } of provisions) {
      expect(page).toContain(`<a id="${id.toLowerCase()}"></a>\n\n## ${id}\n`);
      expect(page).toContain(says.zh);
      expect(page).toContain(says.en);
    }
  });
});

/** An arrival rule holds figures, a text and the id of a provision. */
function isFigure(held: unknown): held is DatedFigure<unknown> {
  return typeof held === 'object' && held !== null && 'values' in held;
}
