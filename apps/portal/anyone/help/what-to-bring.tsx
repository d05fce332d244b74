import { scheduleOf } from '#business/inquiry/public';
import type { MaterialRule } from '#engines/rules';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { PageLink, Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { PaperList } from '../rules/paper-list.tsx';
import { topics } from './help-words.ts';

/** What every situation asks for, read off the rules; the rest hangs on the situation. */
export function WhatToBring() {
  const say = useSay();
  const { region, city } = useSite();
  return (
    <Section id="bring" title={say(topics.bring)}>
      <div className="card pad">
        <p>
          {say(
            {
              zh: '到{city}的医保经办窗口就能办。窗口的地址和开门时间，请打上面的电话问。',
              en: 'Any medical-insurance window of {city} takes your application. Ask for addresses and hours by the telephone above.',
            },
            { city: say(city) },
          )}
        </p>
        <h3>{say({ zh: '不管办哪一种都要带', en: 'Whatever you come for' })}</h3>
        <PaperList papers={askedOfAll(region)} />
        <p>
          {say({
            zh: '其他材料看您属于哪种情形；表格可以在窗口当场填。',
            en: 'The rest depends on your situation; forms can be filled in at the window.',
          })}
        </p>
        <ul className="plain">
          <li>
            <PageLink
              to="check"
              text={{ zh: '答几道题，列出我要带的', en: 'Answer a few questions and get my list' }}
            />
          </li>
          <li>
            <PageLink to="rules" text={{ zh: '按情形看全部材料', en: 'See all papers by situation' }} />
          </li>
        </ul>
        <p className="not">
          <Icon name="cross" />
          <span>
            {say({
              zh: '我们已有的、能联网查到的不用带；一次告诉您还差什么，不会让您一趟一趟跑。',
              en: 'What we have or can look up you need not bring; if something is missing, you are told all of it at once.',
            })}
          </span>
        </p>
      </div>
    </Section>
  );
}

function askedOfAll(region: string): readonly MaterialRule[] {
  const options = scheduleOf(region).at(-1)?.ruleSet.options ?? [];
  const has = (option: (typeof options)[number], id: string) =>
    option.materials.some(({ material }) => material.id === id);
  const [first] = options;
  return first?.materials.filter(({ material: { id } }) => options.every((each) => has(each, id))) ?? [];
}
