import type { Text } from '#basics';
import { scheduleOf } from '#business/inquiry/public';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { PlainPage, Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { Conditions, Rule } from './rule.tsx';
import { capital } from './rule-words.ts';
import { type ToldRules, tellSchedule } from './told-rules.ts';

export const rulesTitle: Text = {
  zh: '什么情况可以转移、可以领取',
  en: 'When the account can move, and when it can be paid out',
};

/** The rules in plain words, made from the rule set that decides: nobody keeps a second text of them. */
export function Rules() {
  const say = useSay();
  const language = useLanguage();
  const { region, city } = useSite();
  const sets = tellSchedule(scheduleOf(region));
  return (
    <PlainPage
      path="rules"
      title={rulesTitle}
      lead={say(
        {
          zh: '{city}医保个人账户转移和领取的全部规则：每种情形的条件、材料、天数和依据。系统判断时用的就是这一份。',
          en: 'All rules of {city} on moving and withdrawing the account: conditions, papers, days and clauses of each situation. Applications are decided by these very rules.',
        },
        { city: say(city) },
      )}
    >
      <p className="sec">
        <a className="btn primary" href={`/${language}/check`}>
          {say({ zh: '答几道题，看我属于哪一种', en: 'Which situation is mine?' })}
          <Icon name="arrow" />
        </a>
      </p>
      {sets.map((set, place) => (
        <RuleSetSection key={`${set.id} ${set.fromOn}`} set={set} anchor={place === 0 ? '' : `-${place}`} />
      ))}
    </PlainPage>
  );
}

function RuleSetSection({ set, anchor }: { readonly set: ToldRules; readonly anchor: string }) {
  const say = useSay();
  const language = useLanguage();
  const { id, version, fromOn, common, options } = set;
  return (
    <>
      {fromOn !== null && (
        <p className="sec">
          {say(
            { zh: '以下规则自 {on} 起适用。', en: 'The rules below apply from {on}.' },
            { on: showDate(fromOn, language) },
          )}
        </p>
      )}
      <Contents set={set} anchor={anchor} />
      {options.map((rule) => (
        <Rule key={rule.ground} rule={rule} anchor={anchor} />
      ))}
      <Common common={common} anchor={anchor} />
      <p className="sec caption">
        {say(
          {
            zh: '规则 {id} 第 {version} 版。申请后规则有变的，您的申请仍按受理时的版本判断。',
            en: 'Rules {id}, version {version}. If the rules change, an application is still decided by the version under which it was received.',
          },
          { id, version },
        )}
      </p>
    </>
  );
}

/** Which situations there are: what is paid out, and what moves. */
function Contents({ set: { options }, anchor }: { readonly set: ToldRules; readonly anchor: string }) {
  const say = useSay();
  const groups = [
    { title: say({ zh: '转移', en: 'Moving it' }), rules: options.filter(({ moves }) => moves) },
    { title: say({ zh: '领取', en: 'Having it paid out' }), rules: options.filter(({ moves }) => !moves) },
  ];
  return (
    <nav className="sec" aria-label={say({ zh: '本页目录', en: 'On this page' })}>
      {groups.map(({ title, rules }) => (
        <div key={title} className="group">
          <h2>{title}</h2>
          <ul className="card contents">
            {rules.map(({ ground, name, moves }) => (
              <li key={ground}>
                <a href={`#${ground}${anchor}`}>
                  <Icon name={moves ? 'swap' : 'bank'} />
                  {capital(say(name))}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** What need not be said again at each situation. */
function Common({ common, anchor }: { readonly common: ToldRules['common']; readonly anchor: string }) {
  const say = useSay();
  const only = common.filter(({ everywhere }) => !everywhere).map(({ condition }) => condition);
  const everywhere = common.filter((each) => each.everywhere).map(({ condition }) => condition);
  return (
    <Section id={`common${anchor}`} title={say({ zh: '共同的条件', en: 'Conditions for every situation' })}>
      <div className="card pad">
        <p className="small muted">
          {say({
            zh: '这些我们在自己的记录里核对，不用您交材料。',
            en: 'We look these up in our own record; you bring nothing for them.',
          })}
        </p>
        <h3>{say({ zh: '转移和领取都要符合', en: 'For moving and for being paid' })}</h3>
        <Conditions conditions={everywhere} />
        {only.length > 0 && (
          <>
            <h3>{say({ zh: '领取还要符合', en: 'For being paid, also' })}</h3>
            <Conditions conditions={only} />
          </>
        )}
      </div>
    </Section>
  );
}
