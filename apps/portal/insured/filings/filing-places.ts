import type { Text } from '#basics';
import { provinceOf, provinces, regionName } from '#law';

/** Somewhere that somebody may file to be treated: a whole province, or a city. */
export interface FilingPlace {
  readonly region: string;
  readonly name: Text;
}

/** Provinces first, then the cities that the agency knows by name; its own place is none of them. */
export function filingPlaces(cities: readonly FilingPlace[], own: string): readonly FilingPlace[] {
  const whole = provinces.map(({ code, name }) => ({ region: `${code}0000`, name }));
  const others = cities
    .filter(({ region }) => region.slice(0, 4) !== own.slice(0, 4))
    .map(({ region, name }) => ({ region, name: cityOf({ region, name }) }));
  return [...whole, ...others];
}

/** The city itself; where it is not known here, what its agency is called without what makes it an agency. */
function cityOf({ region, name }: FilingPlace): Text {
  const known = regionName(region);
  if (known.zh !== region) return known;
  return {
    zh: name.zh.replace(/(医疗保障|医疗保险|医保).*$/, '') || name.zh,
    en: name.en.replace(/ (Healthcare|Health|Medical) .*$/i, '') || name.en,
  };
}

/** Those that somebody may mean by what they typed. */
export function placesMeant(places: readonly FilingPlace[], typed: string): readonly FilingPlace[] {
  const words = plain(typed);
  if (words === '') return [];
  const found = places.filter(({ region, name }) => {
    const province = provinceOf(region)?.name;
    return [name.zh, name.en, province?.zh ?? '', province?.en ?? ''].some((each) =>
      plain(each).includes(words),
    );
  });
  // What is called so itself comes before what lies in it.
  return found.toSorted((a, b) => Number(isCalled(b, words)) - Number(isCalled(a, words)));
}

/** What a place is called, by its six digits. */
export function placeName(region: string): Text {
  const known = regionName(region);
  if (known.zh !== region) return known;
  const province = provinceOf(region)?.name ?? known;
  if (region.endsWith('0000')) return province;
  return { zh: `${province.zh} ${region}`, en: `${province.en}, ${region}` };
}

function isCalled({ name }: FilingPlace, words: string): boolean {
  return plain(name.zh).startsWith(words) || plain(name.en).startsWith(words);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
