import { type PlainDate, plainDate } from '#basics';
import { type DatedFigure, valueOn } from './dated.ts';

/**
 * The days that are off by the regulation itself, as `MM-DD`: they need no notice. The notice of a year moves weekends around
 * them, and names the working day that is off in place of a holiday on a weekend (article 6); neither can be known before.
 */
export const fixedHolidays: DatedFigure<readonly string[]> = {
  id: 'holidays.fixed-days',
  description: {
    zh: '全体公民放假、日期固定的节日：元旦、劳动节、国庆节（月-日）',
    en: 'Public holidays on fixed dates: New Year, Labour Day, National Day (month-day)',
  },
  unit: 'MM-DD',
  values: [
    {
      fromOn: plainDate('2008-01-01'),
      value: ['01-01', '05-01', '10-01', '10-02', '10-03'],
      grade: 'B',
      source: '《全国年节及纪念日放假办法》第二条（国务院令第513号，2007-12-14；第644号修订，未改这几天）',
    },
    {
      fromOn: plainDate('2025-01-01'),
      value: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'],
      grade: 'B',
      source:
        '《全国年节及纪念日放假办法》第二条（国务院令第795号，2024-11-10）https://www.gov.cn/zhengce/content/202411/content_6986380.htm',
    },
  ],
};

/**
 * The days of a year that are off whatever its notice will say: those on fixed dates, and Qingming, the day of a solar term that
 * can be computed. Spring Festival, Dragon Boat and Mid-Autumn go by the moon: until the notice is out their days count as any
 * others, which is why everything that is computed in such a year is provisional.
 */
export function holidaysWithoutNotice(year: number): readonly PlainDate[] {
  const days = valueOn(fixedHolidays, plainDate(`${year}-01-01`))?.value ?? [];
  return [...days, ...qingmingOf(year)].map((day) => plainDate(`${year}-${day}`)).sort();
}

/** The sun stands at 15°, reckoned by the usual sum for the years 2000 to 2099; the years with a notice bear it out. */
function qingmingOf(year: number): readonly string[] {
  if (year < 2008 || year > 2099) return [];
  const inCentury = year - 2000;
  const day = Math.floor((inCentury * 2422 + 48_100) / 10_000) - Math.floor(inCentury / 4);
  return [`04-0${day}`];
}
