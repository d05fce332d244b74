import { scheduleOf } from '#business/inquiry/public';
import { ruleSetOn } from '#engines/rules';
import { useLanguage, useSay } from '../../ui/language.tsx';
import type { Asked } from './request-of.ts';

/** Kindly: what would be a ground, and that nothing is lost by leaving the money where it is. */
export function Grounds({ asked: { region, today } }: { readonly asked: Asked }) {
  const say = useSay();
  const language = useLanguage();
  const options = ruleSetOn(scheduleOf(region), { region, onDate: today })?.options ?? [];
  return (
    <section className="sec first">
      <h2>{say({ zh: '什么情况可以转走或取出来', en: 'When it can move or be paid out' })}</h2>
      <div className="card pad">
        <ul className="plain">
          {options.map(({ ground, name }) => (
            <li key={ground}>{capital(say(name))}</li>
          ))}
        </ul>
        <p className="not">
          <span>
            {say({
              zh: '停止工作、换工作、迁户口，都不是取出来的理由。钱一直是您自己的：本金和利息会结转，也可以继承。',
              en: 'Stopping work, changing jobs or moving household are not grounds. The money stays yours: principal and interest are carried forward and can be inherited.',
            })}
          </span>
        </p>
        <p>
          <a href={`/${language}/rules`}>{say({ zh: '读全部规则', en: 'Read all the rules' })}</a>
        </p>
      </div>
    </section>
  );
}

/** The names are parts of sentences elsewhere. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
