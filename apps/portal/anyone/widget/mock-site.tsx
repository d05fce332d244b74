import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';

/** A job board that is not there, with the widget beside a job in another city. It has a look of its own, which stops at the widget. */
export function MockSite() {
  const say = useSay();
  const language = useLanguage();
  const { region } = useSite();
  return (
    <section className="jobs" aria-label={say({ zh: '虚构的招聘网站', en: 'A made-up job board' })}>
      <p className="jobs-bar">
        <span>jobs.example</span>
        <span>{say({ zh: '虚构的网站', en: 'made up' })}</span>
      </p>
      <div className="jobs-page">
        <div className="jobs-ad">
          <p className="jobs-name">{say({ zh: '示例招聘', en: 'Example Jobs' })}</p>
          <h2>{say({ zh: '仓储主管（成都）', en: 'Warehouse supervisor, Chengdu' })}</h2>
          <p>{say({ zh: '示例物流有限公司 · 全职', en: 'Example Logistics Ltd · full time' })}</p>
          <ul>
            <li>
              {say({ zh: '安排三个班组的收货和发货', en: 'Plan receiving and dispatch for three shifts' })}
            </li>
            <li>{say({ zh: '带两名新人', en: 'Train two newcomers' })}</li>
            <li>
              {say({
                zh: '从别的城市来，入职时帮您办参保',
                en: 'Coming from another city? We insure you from your first day',
              })}
            </li>
          </ul>
          <p className="jobs-ask">
            {say({ zh: '换城市，原来的医保账户怎么办？', en: 'And your medical account where you are now?' })}
          </p>
        </div>
        <suixing-inquiry region={region} lang={language}>
          <a href={`/${language}/check`}>
            {say({ zh: '医保能转移或领取吗？', en: 'Can I transfer or withdraw?' })}
          </a>
        </suixing-inquiry>
      </div>
    </section>
  );
}
