import { provinceOf, regionName } from '#law';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';

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

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
