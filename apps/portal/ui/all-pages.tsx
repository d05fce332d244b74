import type { Text } from '#basics';
import { useLanguage, useSay } from './language.tsx';

const links = {
  check: { zh: '我能转移或领取吗', en: 'Can I transfer or withdraw?' },
  rules: { zh: '规则', en: 'Rules' },
  status: { zh: '查办理进度', en: 'Where is my application?' },
  'transfer-times': { zh: '转移要多久', en: 'How long transfers take' },
  verify: { zh: '核对文书真假', en: 'Is this letter genuine?' },
  heirs: { zh: '亲人去世以后', en: 'After somebody has died' },
  help: { zh: '找人帮忙', en: 'Help' },
  'widget-demo': { zh: '放到您的网站', en: 'For your own site' },
  accessibility: { zh: '无障碍', en: 'Accessibility' },
} as const satisfies Readonly<Record<string, Text>>;

/** The way to every page, below each; drawn by the server alone, so that no page loads a program for it. */
export function AllPages() {
  const say = useSay();
  const language = useLanguage();
  return (
    <nav className="all-pages" aria-label={say({ zh: '全部网页', en: 'All pages' })}>
      {Object.entries(links).map(([to, text]) => (
        <a key={to} href={`/${language}/${to}`}>
          {say(text)}
        </a>
      ))}
    </nav>
  );
}
