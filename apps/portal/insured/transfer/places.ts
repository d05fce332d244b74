import type { Text } from '#basics';
import { provinceOf, regionName } from '#law';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';
import type { Way } from './ways.ts';

export type TransferPlace = Answer<'GET /transfer-places'>['items'][number];

/** Every place that transfers can be made with; what is not among them is not reached yet. */
export function usePlaces() {
  return useAsk('GET /transfer-places', { query: { limit: 500 } });
}

/** One of them by its region; undefined until they are there, and where there is no such place. */
export function usePlace(region: string): TransferPlace | undefined {
  return usePlaces().data?.items.find((place) => place.region === region);
}

/** Those that somebody may mean by what they typed: by name in either language, by province, by code. */
export function placesLike(places: readonly TransferPlace[], typed: string): readonly TransferPlace[] {
  const words = plain(typed);
  if (words === '') return places;
  return places.filter(({ region, name }) => {
    const province = provinceOf(region)?.name;
    const { zh, en } = regionName(region);
    const known = [name.zh, name.en, zh, en, region, province?.zh ?? '', province?.en ?? ''];
    return known.some((each) => plain(each).includes(words));
  });
}

/** What is worth knowing before one is chosen; whether it takes a balance is what the directory says, and matters to a move away only. */
export function placeHint(place: TransferPlace, way: Way): readonly Text[] {
  const { region, takesBalances, onPaper, suspended } = place;
  const province = provinceOf(region)?.name;
  return [
    ...(province ? [province] : []),
    ...(way === 'away' ? [takesBalances ? takes : takesNone] : []),
    ...(onPaper ? [{ zh: '函件邮寄，会慢一些', en: 'by post, which takes longer' }] : []),
    ...(suspended ? [{ zh: '往来暂停', en: 'suspended for now' }] : []),
  ];
}

const takes = {
  zh: '按目录接收余额，以对方答复为准',
  en: 'takes the balance according to the directory; its own answer counts',
};
const takesNone = {
  zh: '按目录不接收余额，以对方答复为准',
  en: 'does not take the balance according to the directory; its own answer counts',
};

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
