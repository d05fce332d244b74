import type { Text } from '#basics';
import type { Say } from '../../ui/languages.ts';
import { changeAnswers } from '../inquiry/asking-words.ts';
import { reasonsOf } from '../inquiry/reasons.ts';
import type { Asked } from '../inquiry/request-of.ts';
import { stepsOf } from '../inquiry/steps.ts';
import type { Verdict } from '../inquiry/verdict.ts';
import { headingOf, ifOurCheck, noHurry, usedInstead, whetherRetired } from '../inquiry/verdict-words.ts';
import { make } from './make.ts';
import type { View } from './view.ts';

interface Telling {
  readonly say: Say;
  readonly city: string;
  readonly asked: Asked;
  readonly verdict: Verdict;
  /** The portal's own checker with these answers; null where no portal of this region is known. */
  readonly portal: string | null;
  readonly onBack: () => void;
  readonly onRestart: () => void;
}

/** The answer, because of what, and what to do; papers, days and clauses are a link away. */
export function resultView(telling: Telling): View {
  const { say, verdict, portal, onBack, onRestart } = telling;
  const { text, figures } = headingOf(verdict);
  const heading = make('h3', {
    attributes: { class: 'answer', tabindex: '-1' },
    holds: say(text, figures),
  });
  const foot = make('div', {
    attributes: { class: 'foot' },
    holds: [
      make('button', {
        attributes: { type: 'button', class: 'back' },
        on: { click: onBack },
        holds: say(changeAnswers),
      }),
      make('button', {
        attributes: { type: 'button', class: 'back' },
        on: { click: onRestart },
        holds: say(fromTheStart),
      }),
    ],
  });
  return {
    heading,
    nodes: [
      heading,
      ...saying(telling),
      whatToDo(telling),
      readiness(telling),
      portal ? toPortal(portal, telling) : null,
      foot,
    ],
  };
}

function saying({ say, city, asked, verdict }: Telling): readonly (Node | null)[] {
  const reasons = reasonsOf(verdict, asked).map((reason) => say(reason, { city }));
  const { kind } = verdict;
  return [
    asked.answers.what === 'death' ? make('p', { holds: say(noHurry) }) : null,
    kind === 'yes' ? make('p', { holds: say(ifOurCheck(verdict.option)) }) : null,
    kind === 'no-ground' ? make('p', { holds: say(usedInstead) }) : null,
    reasons.length > 0
      ? make('p', {
          holds: [make('b', { holds: say(because) }), `${reasons.join(say(and))}${say(stop)}`],
        })
      : null,
  ];
}

/** What stands in the way with what to do, or what our record has to tell. */
function whatToDo({ say, asked, verdict }: Telling): HTMLElement | null {
  if (verdict.kind === 'unclear') {
    const untold = [
      ...(verdict.groundUntold ? [whetherRetired] : []),
      ...verdict.untold.map(({ text }) => text),
    ];
    return make('div', {
      attributes: { class: 'do' },
      holds: [
        make('p', { holds: say(inOurRecord) }),
        make('ul', { holds: untold.map((text) => make('li', { holds: say(text) })) }),
      ],
    });
  }
  const steps = stepsOf(verdict, asked);
  if (steps.length === 0) return null;
  return make('div', {
    attributes: { class: 'do' },
    holds: steps.flatMap(({ title, says }) => [
      make('h4', { holds: say(title) }),
      make('p', { holds: say(says) }),
    ]),
  });
}

/** How much there is to bring and how long it takes, in one line. */
function readiness({ say, verdict }: Telling): HTMLElement | null {
  const { kind, option, papers } = verdict;
  if (kind !== 'yes' || !option) return null;
  const moves = option.action === 'transfer';
  return make('p', {
    holds: say(
      papers.length === 0 ? daysOnly[moves ? 'moved' : 'paid'] : papersAndDays[moves ? 'moved' : 'paid'],
      {
        papers: papers.length,
        days: option.workingDays,
      },
    ),
  });
}

function toPortal(portal: string, { say, city }: Telling): HTMLElement {
  return make('a', {
    attributes: { class: 'btn primary', href: portal, target: '_blank', rel: 'noopener noreferrer' },
    holds: say(onThePortal, { city }),
  });
}

const fromTheStart: Text = { zh: '重新开始', en: 'Start again' };
const because: Text = { zh: '因为', en: 'Because ' };
const and: Text = { zh: '；', en: ', and ' };
const stop: Text = { zh: '。', en: '.' };
const inOurRecord: Text = {
  zh: '下面这些要看医保的记录，不用您去打听：',
  en: 'This is in the agency’s record; you need not ask around for it:',
};
const onThePortal: Text = {
  zh: '到{city}医保页面看详情（新窗口）',
  en: 'See the details (new window)',
};
const papersAndDays: Readonly<Record<'paid' | 'moved', Text>> = {
  paid: {
    zh: '要带 {papers} 样材料，受理后 {days} 个工作日内到账。',
    en: 'Papers to bring: {papers}. It is paid within {days} working days of acceptance.',
  },
  moved: {
    zh: '要带 {papers} 样材料，受理后 {days} 个工作日内转出。',
    en: 'Papers to bring: {papers}. It is sent on within {days} working days of acceptance.',
  },
};
const daysOnly: typeof papersAndDays = {
  paid: { zh: '受理后 {days} 个工作日内到账。', en: 'It is paid within {days} working days of acceptance.' },
  moved: {
    zh: '受理后 {days} 个工作日内转出。',
    en: 'It is sent on within {days} working days of acceptance.',
  },
};
