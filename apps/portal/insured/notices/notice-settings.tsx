import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Answer, Route } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { masked } from '../../ui/masked.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';

const asking = 'GET /people/{personId}/notice-settings' satisfies Route;
type Settings = Answer<typeof asking>;

/** Where and in which language somebody is told. The language is theirs to choose; an address is changed on their record. */
export function NoticeSettings() {
  const say = useSay();
  const personId = usePerson();
  const asked = useAsk(asking, { params: { personId } });
  return (
    <section className="card pad">
      <h2>{say({ zh: '怎么通知我', en: 'How we notify you' })}</h2>
      <Asked of={asked}>{(settings) => <Chosen settings={settings} />}</Asked>
    </section>
  );
}

function Chosen({ settings }: { readonly settings: Settings }) {
  const say = useSay();
  const { phone, email, channel } = settings;
  return (
    <>
      <dl className="facts">
        <dt>{say({ zh: '手机', en: 'Telephone' })}</dt>
        <dd>{phone === null ? say(none) : masked(phone)}</dd>
        <dt>{say({ zh: '邮箱', en: 'E-mail' })}</dt>
        <dd>{email === null ? say(none) : masked(email)}</dd>
      </dl>
      <p className="small muted">
        {say(
          channel === null
            ? {
                zh: '没有登记手机和邮箱，什么都发不出去：请先登记一个，或者自己来这里看。',
                en: 'Neither is on record, so we cannot send you anything. Add one, or look on this page yourself.',
              }
            : {
                zh: '有邮箱发邮箱，没有就发手机。找回密码的验证码也发到这里，换了号码请及时更改。',
                en: 'We write to your e-mail if there is one, otherwise to your telephone. Codes to reset your password go there too, so change it here as soon as you have a new one.',
              },
        )}
      </p>
      <p className="small">
        <Link to={pageOf.record()}>
          {say({ zh: '在“我的档案”更改手机或邮箱', en: 'Change your telephone or e-mail in “My record”' })}
        </Link>
      </p>
      <LanguageChoice chosen={settings.languageChosen ? settings.language : null} />
    </>
  );
}

const none = { zh: '没有登记', en: 'Not on record' };

/** Until somebody chooses nothing is chosen, for then the language of each case counts. */
function LanguageChoice({ chosen }: { readonly chosen: Settings['language'] | null }) {
  const say = useSay();
  const client = useQueryClient();
  const personId = usePerson();
  const params = { personId };
  const [wished, setWished] = useState(chosen);
  const { send, busy, problem } = useWrite('PUT /people/{personId}/notice-language', () => {
    void client.invalidateQueries({ queryKey: [asking] });
  });
  return (
    <fieldset className="choice-row" aria-busy={busy}>
      <legend>{say({ zh: '通知用什么语言', en: 'Language of notices' })}</legend>
      <p className="small muted">
        {say({
          zh: '没有选过的，您用哪种语言办理，就用哪种语言通知。',
          en: 'Until you choose one, we write about a case in the language in which you applied.',
        })}
      </p>
      <ProblemBox problem={problem} />
      {(['zh', 'en'] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="notice-language"
            checked={(problem ? chosen : wished) === each}
            onChange={() => {
              setWished(each);
              send({ params, body: { language: each } });
            }}
          />
          {each === 'zh' ? '中文' : 'English'}
        </label>
      ))}
      <p className="small muted" role="status">
        {say({ zh: '选了就生效，从下一条通知起。', en: 'Your choice applies from the next notice on.' })}
      </p>
    </fieldset>
  );
}
