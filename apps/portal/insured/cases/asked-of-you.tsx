import type { ReactNode } from 'react';
import { plainDate, type Text } from '#basics';
import { regionPack } from '#law';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { useToday } from '../../ui/today.ts';
import type { Place } from './cases-page.tsx';
import { PapersAsked } from './papers-asked.tsx';

/** The one thing that the person has to do, with everything that is missing in one list, answered where it stands. */
export function AskedOfYou(of: {
  readonly place: Place;
  /** By when it is to be there; null where no day was named. */
  readonly answerBy?: string | null;
  /** Whether that day is the second one, after a reminder, which no other follows. */
  readonly reminded?: boolean;
  /** What an officer wrote with it. */
  readonly note?: string;
}) {
  const { place, answerBy = null, reminded = false, note = '' } = of;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { number, asked, papers } = place;
  if (asked === null) return null;
  const by = answerBy ? showDay(plainDate(answerBy), language, today) : '';
  return (
    <Wanted>
      <p>{say(asked)}</p>
      {papers.length > 0 && (
        <p>
          <b>
            {say(
              {
                zh: '一共 {n} 样，都在这里；交来的不清楚、不合用，才会请您重交。',
                en: '{n} in all. We ask again only if one that you hand in cannot be read or used.',
              },
              { n: papers.length },
            )}
          </b>
          {answerBy && ` ${say({ zh: '请在 {by} 以前交。', en: 'Hand them in by {by}.' }, { by })}`}
          {answerBy && reminded && ` ${say(lastDay)}`}
        </p>
      )}
      {note !== '' && <p className="song">{note}</p>}
      {papers.length > 0 && <PapersAsked number={number} open only="missing" />}
    </Wanted>
  );
}

const lastDay: Text = {
  zh: '已经催告并延期一次，不再延期：到期仍没有交齐的，可以凭已有的材料作出决定，也可以终止办理；终止后账户不再冻结，材料备齐了可以重新申请。',
  en: 'We reminded you and gave you more time once, and cannot do so again: after that day we may decide on the papers we have, or close the case. If we close it, the account is no longer held, and you can apply again once you have the papers.',
};

/** What can be done at the window only, with whom to call first. */
export function AtTheWindow({ place }: { readonly place: Place }) {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <Wanted>
      <p>{place.asked && say(place.asked)}</p>
      <a className="btn wide" href={`tel:${number}`}>
        <Icon name="phone" />
        {say({ zh: '先打电话问 {number}', en: 'Call {number} first' }, { number })}
      </a>
    </Wanted>
  );
}

export function Wanted({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  return (
    <section className="sec">
      <div className="do">
        <h2>
          <Icon name="warn" />
          {say({ zh: '等您来办', en: 'Waiting for you' })}
        </h2>
        <div>{children}</div>
      </div>
    </section>
  );
}
