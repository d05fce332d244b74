import type { Text } from '#basics';
import { habits } from './habits.ts';
import type { CountryReport } from './report.ts';

const cell = 26;
const left = 150;
const top = 150;
const below = 96;

/**
 * Who moved from where to where, as a picture (SVG) that says the same to whoever sees it and to whoever has it read aloud: in each
 * cell how many, the darker the longer the median took from the application to the end of both legs.
 */
export function pictureOf(report: CountryReport, lang: 'zh' | 'en'): string {
  const { regions, moves } = report;
  const size = regions.length * cell;
  const [width, height] = [Math.max(left + size + 24, 780), top + size + below];
  const say = (text: Text) => escaped(text[lang]);
  const longest = Math.max(1, ...moves.flat().map(({ medianDays }) => medianDays ?? 0));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" lang="${lang === 'zh' ? 'zh-CN' : 'en'}" font-family="'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif">`,
    `<title id="title">${say(titleOf(report))}</title>`,
    `<desc id="desc">${say(descriptionOf(report))}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="30" font-size="17" fill="#1a1a1a">${say(titleOf(report))}</text>`,
    `<text x="16" y="54" font-size="13" fill="#1a1a1a">${say(descriptionOf(report))}</text>`,
    `<text x="16" y="76" font-size="12" fill="#444444">${say(synthetic)}</text>`,
    `<text x="16" y="${top - 8}" font-size="12" fill="#444444">${say(axes)}</text>`,
    ...regions.flatMap((region, place) => labels(region, { place, lang })),
    ...moves.flatMap((row, from) => row.map((one, to) => square(one, { report, from, to, longest, lang }))),
    ...legend({ longest, y: top + size + 24, lang }),
    '</svg>',
    '',
  ].join('\n');
}

function titleOf({ from, until }: CountryReport): Text {
  return {
    zh: `医保关系转移接续（模拟）：各地之间转移的人数和用时，${from} 至 ${until}`,
    en: `Transfers between agencies, simulated: who moved where, how long it took, ${from} to ${until}`,
  };
}

const synthetic: Text = {
  zh: '全部为合成数据：地区、人口和迁移都是编造的。',
  en: 'All of it is synthetic: regions, people and moves are made up.',
};
const axes: Text = { zh: '转出地 ↓　转入地 →', en: 'from ↓   to →' };

function descriptionOf({ regions, moves, moved, over, open }: CountryReport): Text {
  const [top1, top2, top3] = moves
    .flatMap((row, from) =>
      row.map(({ count }, to) => ({ count, from: regions[from]?.name ?? '', to: regions[to]?.name ?? '' })),
    )
    .toSorted((a, b) => b.count - a.count);
  const most = [top1, top2, top3].flatMap((one) => (one && one.count > 0 ? [one] : []));
  return {
    zh: `${regions.length} 家机构，${moved} 人转移，其中 ${over} 人两个环节都已办完，${open} 人还在办理。最多的是：${most.map(({ from, to, count }) => `${from} 到 ${to} ${count} 人`).join('，')}。`,
    en: `${regions.length} agencies, ${moved} people moved: both legs are over for ${over}, under way for ${open}. Most: ${most.map(({ from, to, count }) => `${count} from ${from} to ${to}`).join(', ')}.`,
  };
}

function labels(
  { name, habit }: CountryReport['regions'][number],
  { place, lang }: { readonly place: number; readonly lang: 'zh' | 'en' },
): readonly string[] {
  const middle = place * cell + cell / 2;
  const told = `${escaped(name)} ${escaped(habits[habit].name[lang])}`;
  const x = left + middle;
  return [
    `<text x="${left - 8}" y="${top + middle + 4}" font-size="12" text-anchor="end" fill="#1a1a1a">${told}</text>`,
    `<text x="${x}" y="${top - 26}" font-size="12" fill="#1a1a1a" transform="rotate(-45 ${x} ${top - 26})">${escaped(name)}</text>`,
  ];
}

interface Squared {
  readonly report: CountryReport;
  readonly from: number;
  readonly to: number;
  readonly longest: number;
  readonly lang: 'zh' | 'en';
}

function square({ count, medianDays }: CountryReport['moves'][number][number], drawn: Squared): string {
  const { report, from, to, longest, lang } = drawn;
  const [x, y] = [left + to * cell, top + from * cell];
  const share = (medianDays ?? 0) / longest;
  const fill = from === to ? '#d9d9d9' : count === 0 ? '#f7f7f7' : shade(share);
  const names = [report.regions[from]?.name ?? '', report.regions[to]?.name ?? ''];
  const told = tooltip(names, { count, medianDays })[lang];
  const number =
    count === 0
      ? ''
      : `<text x="${x + cell / 2}" y="${y + cell / 2 + 4}" font-size="11" text-anchor="middle" fill="${inkOn(fill)}">${count}</text>`;
  return `<g><title>${escaped(told)}</title><rect x="${x}" y="${y}" width="${cell - 1}" height="${cell - 1}" fill="${fill}"/>${number}</g>`;
}

function tooltip(
  [from = '', to = '']: readonly string[],
  { count, medianDays }: CountryReport['moves'][number][number],
): Text {
  const people = { zh: `${from} 到 ${to}：${count} 人`, en: `${from} to ${to}: ${count} people` };
  if (medianDays === null) return people;
  return { zh: `${people.zh}，中位数 ${medianDays} 天`, en: `${people.en}, median ${medianDays} days` };
}

/** From light to dark blue. */
export function shade(share: number): string {
  const mix = (light: number, dark: number) => Math.round(light + (dark - light) * share);
  const parts = [mix(214, 8), mix(230, 48), mix(244, 107)];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever can be read on it: by WCAG 2.2 at least 4.5 to 1. */
export function inkOn(colour: string): string {
  return luminance(colour) > 0.179 ? '#000000' : '#ffffff';
}

/** The relative luminance of WCAG 2.2. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function legend({
  longest,
  y,
  lang,
}: {
  readonly longest: number;
  readonly y: number;
  readonly lang: 'zh' | 'en';
}): readonly string[] {
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const caption: Text = {
    zh: '格中数字是人数；颜色是从申请到两个环节办完的自然日中位数（天）：',
    en: 'Numbers are people; the shade is the median of calendar days from the application to the end of both legs:',
  };
  return [
    `<text x="16" y="${y}" font-size="12" fill="#1a1a1a">${escaped(caption[lang])}</text>`,
    ...steps.flatMap((share, place) => [
      `<rect x="${16 + place * 84}" y="${y + 12}" width="20" height="20" fill="${shade(share)}"/>`,
      `<text x="${42 + place * 84}" y="${y + 27}" font-size="12" fill="#1a1a1a">${Math.round(share * longest)}</text>`,
    ]),
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
