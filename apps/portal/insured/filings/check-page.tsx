import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { type PlainDate, plainDate } from '#basics';
import { BackTo } from '../../ui/back-to.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { showDate } from '../../ui/dates.ts';
import { dayTyped, noDay } from '../../ui/day-field.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { useStep } from '../cases/use-step.ts';
import { endsWell } from './day-pages.tsx';
import { type FilingContent, useFilingDraft } from './filing-draft.tsx';
import { placeName } from './filing-places.ts';
import type { FilingStep } from './filing-question.tsx';
import { groupName } from './filing-words.ts';

/** Everything once more, and the one button that sends it. */
export function CheckPage() {
  const say = useSay();
  const { content, autosave, state } = useFilingDraft();
  const [sent, setSent] = useState(false);
  const lacks = firstLacking(content);
  // What was sent is no draft any more; its receipt is on its way.
  if (lacks !== null && !sent) return <Navigate to={pageOf.newFiling(lacks)} replace />;
  return (
    <main id="main" className="reading check-page">
      <BackTo to={pageOf.newFiling('until')}>{say({ zh: '上一题', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '提交前，请核对一遍', en: 'Check it before you send it' })}</Heading>
      <Answers of={content} />
      <Send onSent={() => setSent(true)} />
      <SavedLine of={autosave} state={state} />
    </main>
  );
}

function Answers({ of: { region = '', group, from = noDay, to = noDay } }: { readonly of: FilingContent }) {
  const say = useSay();
  const language = useLanguage();
  const day = (on: PlainDate | null) =>
    on === null ? say({ zh: '没有期限', en: 'No end' }) : showDate(plainDate(on), language);
  const why = groupName(group);
  const rows = [
    { step: 'where', label: { zh: '在哪里', en: 'Where' }, value: say(placeName(region)) },
    { step: 'why', label: { zh: '情形', en: 'Why' }, value: why ? say(why) : '' },
    { step: 'from', label: { zh: '从', en: 'From' }, value: day(dayTyped(from)) },
    { step: 'until', label: { zh: '到', en: 'Until' }, value: day(dayTyped(to)) },
  ] as const;
  return (
    <CheckAnswers
      title={say({ zh: '备案', en: 'The filing' })}
      of={rows.map(({ step, label, value }) => ({
        ...{ label: say(label), value, change: pageOf.newFiling(step) },
      }))}
    />
  );
}

function Send({ onSent }: { readonly onSent: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const { personId, autosave } = useFilingDraft();
  const [saving, setSaving] = useState(false);
  const submit = useStep('POST /people/{personId}/filing-draft/submission', ({ number }) => {
    navigate(pageOf.filingReceipt(number), { replace: true });
  });
  async function send(applyAnyway: boolean): Promise<void> {
    if (saving || submit.busy) return;
    setSaving(true);
    const saved = await autosave.flush();
    setSaving(false);
    if (!saved) return;
    onSent();
    submit.take({ params: { personId }, body: { version: autosave.version(), applyAnyway } });
  }
  const busy = saving || submit.busy;
  return (
    <section className="sec hand-in">
      <h2>{say({ zh: '提交就是确认', en: 'By sending it you confirm' })}</h2>
      <ul className="plain">
        {statement.map((each) => (
          <li key={each.zh}>{say(each)}</li>
        ))}
      </ul>
      <ProblemBox problem={submit.problem} />
      {submit.problem?.code === 'life-events.not-open' && (
        <button type="button" className="btn wide" aria-disabled={busy} onClick={() => void send(true)}>
          {say({ zh: '仍要提交，取得书面决定', en: 'Send it anyway, and get a written decision' })}
        </button>
      )}
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy}
        onClick={() => void send(false)}
      >
        {busy
          ? say({ zh: '正在提交……', en: 'Sending it…' })
          : say({ zh: '确认并提交备案', en: 'Confirm and send the filing' })}
      </button>
      <p className="caption">
        {say({
          zh: '只会提交一次。作出决定前可以撤回。',
          en: 'It is sent once. You can take it back until it is decided.',
        })}
      </p>
    </section>
  );
}

/** The first question that has no answer yet; null where everything is said. */
function firstLacking({ region, group, from = noDay, to = noDay }: FilingContent): FilingStep | null {
  if (region === undefined) return 'where';
  if (groupName(group) === null) return 'why';
  if (dayTyped(from) === null) return 'from';
  return endsWell(from, to) ? null : 'until';
}

const statement = [
  { zh: '所填内容属实。', en: 'What you said is true.' },
  {
    zh: '两位工作人员核对，确认后才算备案；材料在下一页交，没有的可以写承诺书。',
    en: 'Two officers check it, and it takes effect once they have confirmed it. You hand in papers on the next page; where you have none, a written commitment takes their place.',
  },
] as const;
