import { describe, expect, test } from 'vitest';
import { all, any, type Expression, test as look, not } from './expression.ts';
import type { Fact } from './fact.ts';
import type { Truth } from './truth.ts';

/** Four facts that are simply true, false or absent; `box` holds `inside` and may be null. */
interface Facts {
  readonly a?: boolean;
  readonly b?: boolean;
  readonly box?: null | { readonly inside?: boolean };
}

const says = { zh: '事实', en: 'a fact' };
const question = says;
const factA: Fact<Facts> = { path: 'a', order: 0, within: null, question, read: (f) => f.a };
const factB: Fact<Facts> = { path: 'b', order: 1, within: null, question, read: (f) => f.b };
const box: Fact<Facts> = { path: 'box', order: 2, within: null, question, read: (f) => f.box && true };
const inside: Fact<Facts> = {
  path: 'box.inside',
  order: 3,
  within: box,
  question,
  read: (f) => (f.box === null ? null : f.box?.inside),
};
const a = look<Facts>({ says, reads: [factA], truth: (f) => f.a });
const b = look<Facts>({ says, reads: [factB], truth: (f) => f.b });
const c = look<Facts>({ says, reads: [inside], truth: (f) => (f.box === null ? false : f.box?.inside) });

const truths: readonly Truth[] = [true, false, undefined];

function facts(at: Truth, bt: Truth): Facts {
  return { ...(at === undefined ? {} : { a: at }), ...(bt === undefined ? {} : { b: bt }) };
}

function needs(expression: Expression<Facts>, on: Facts): readonly string[] {
  const found: Fact<Facts>[] = [];
  if (expression.truth(on) === undefined) expression.hangsOn(on, found);
  return found.map((fact) => fact.path);
}

describe('three-valued logic', () => {
  test('is Kleene’s: false decides a conjunction, true a disjunction, whatever is unknown', () => {
    for (const at of truths) {
      for (const bt of truths) {
        const both =
          at === false || bt === false ? false : at === undefined || bt === undefined ? undefined : true;
        const either =
          at === true || bt === true ? true : at === undefined || bt === undefined ? undefined : false;
        expect(all(a, b).truth(facts(at, bt))).toBe(both);
        expect(any(a, b).truth(facts(at, bt))).toBe(either);
        expect(not(a, says).truth(facts(at, bt))).toBe(at === undefined ? undefined : !at);
      }
    }
  });

  test('hangs only on facts that can still change the value', () => {
    expect(needs(all(a, b), {})).toEqual(['a', 'b']);
    expect(needs(all(a, b), { a: true })).toEqual(['b']);
    expect(needs(all(a, b), { a: false })).toEqual([]);
    expect(needs(any(a, b), { a: true })).toEqual([]);
    expect(needs(all(any(a, b), c), { a: true })).toEqual(['box']);
    expect(needs(not(all(b, a), says), {})).toEqual(['a', 'b']);
  });

  test('asks for the absent object first, and for the leaf once the object is there', () => {
    expect(needs(c, {})).toEqual(['box']);
    expect(needs(c, { box: {} })).toEqual(['box.inside']);
    expect(needs(c, { box: null })).toEqual([]);
    expect(needs(all(c, c), {})).toEqual(['box']);
  });
});
