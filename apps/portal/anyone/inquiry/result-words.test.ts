import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type Language, LanguageProvider, languages } from '../../ui/language.tsx';
import { HowLong } from './result-days.tsx';
import { ResultPage } from './result-page.tsx';
import { Papers } from './result-papers.tsx';
import { WhatToDo } from './result-steps.tsx';
import { Trace } from './result-trace.tsx';
import { verdictOf } from './verdict.ts';
import { everyWay, somebody, today } from './walk.testing.ts';

/** Everything an answer says in words of ours, the parts as the page shows them one after another. */
function said(language: Language, answers: ReturnType<typeof everyWay>[number]): string {
  const asked = { ...somebody, answers };
  const verdict = verdictOf(asked);
  const { option } = verdict;
  const nothing = () => undefined;
  const page = { asked, ahead: false, moved: false, onBack: nothing, onAgain: nothing };
  const parts = [
    createElement(ResultPage, page),
    createElement(WhatToDo, { asked, verdict }),
    option && createElement(HowLong, { verdict, option, today }),
    createElement(Papers, { verdict }),
    createElement(Trace, { asked, verdict }),
  ];
  return renderToStaticMarkup(createElement(LanguageProvider, { value: language }, ...parts));
}

test('no answer of the checker tells anybody to sign in, since who has signed in reads it too', () => {
  const ways = everyWay();
  for (const language of languages) {
    const told = ways.map((answers) => said(language, answers));
    expect(told.filter((each) => /登录|\bsign(ed)? in\b/i.test(each))).toEqual([]);
    const [begin, account] =
      language === 'zh'
        ? ['开始办理后马上核对', '去我的账户']
        : ['as soon as you begin', 'Go on to my account'];
    expect([told.join().includes(begin), told.join().includes(account)]).toEqual([true, true]);
  }
});

test('no heir is sent to an account of theirs, nor told that anything is checked as they begin', () => {
  const heirs = everyWay().filter(
    (answers) => verdictOf({ ...somebody, answers }).option?.ground === 'death',
  );
  expect(new Set(heirs.map((answers) => verdictOf({ ...somebody, answers }).kind)).size).toBeGreaterThan(1);
  for (const answers of heirs) expect(said('zh', answers)).not.toMatch(/我的账户|马上核对/);
});

test('where the amount stands is told to whoever asks for their own money, and to no heir, who has no such account', () => {
  for (const answers of everyWay()) {
    const { option } = verdictOf({ ...somebody, answers });
    if (option) expect(said('zh', answers).includes('金额在“我的账户”里')).toBe(option.ground !== 'death');
  }
});

test('who moves is told the days of both places and of no papers online, as on the page on which they apply', () => {
  const moves = everyWay().filter(
    (answers) => verdictOf({ ...somebody, answers }).option?.action === 'transfer',
  );
  expect(moves.length).toBeGreaterThan(0);
  for (const answers of moves) {
    const told = said('en', answers).replaceAll(/<[^>]*>/g, '');
    expect(told).toContain(
      '15 working days to send its contact letter. Sent on within 10 working days of that.',
    );
    expect(told).toContain('Online you need no papers; at a window, these 2');
  }
});

test('a condition that follows from the situation is not said to be checked still, and no heir is promised to need no document', () => {
  const told = everyWay().map((answers) => said('en', answers));
  // A finding and what it rests on stand beside each other.
  const met = told.flatMap((each) => each.match(/<span class="finding met">.*?<p>(.*?)<\/p>/g) ?? []);
  expect(met.length).toBeGreaterThan(0);
  expect(met.filter((each) => each.includes('We check this'))).toEqual([]);
  expect(met.some((each) => each.includes('Follows from your situation'))).toBe(true);
  const ofHeirs = everyWay().filter(
    (answers) => verdictOf({ ...somebody, answers }).option?.ground === 'death',
  );
  const heirs = ofHeirs.map((answers) => said('en', answers)).join();
  expect(heirs).toContain('You fill it in online');
  expect(heirs).not.toContain('if you apply online yourself');
  expect(told.join()).toContain('if you apply online yourself');
});
