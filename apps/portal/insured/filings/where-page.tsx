import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAsk } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useSite } from '../../ui/site.tsx';
import { useFilingDraft } from './filing-draft.tsx';
import { filingPlaces, placeName, placesMeant } from './filing-places.ts';
import { FilingQuestion } from './filing-question.tsx';

/** Where somebody is treated: a province or a city, found by its name. */
export function WherePage() {
  const say = useSay();
  const navigate = useNavigate();
  const { region: own } = useSite();
  const { content, autosave } = useFilingDraft();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { data } = useAsk('GET /transfer-places', { query: { limit: 500 } });
  const meant = placesMeant(filingPlaces(data?.items ?? [], own), typed);
  const shown = meant.slice(0, 6);
  const { region } = content;
  const kept = region !== undefined && !shown.some((place) => place.region === region);
  const places = [...(kept ? [{ region, name: placeName(region) }] : []), ...shown];
  const problem = tried && region === undefined ? say({ zh: '请选一个地方', en: 'Choose a place' }) : null;
  return (
    <FilingQuestion
      step="where"
      title={{ zh: '在哪里看病？', en: 'Where are you treated?' }}
      problems={problem === null ? [] : [{ field: 'place', says: problem }]}
      onGo={() => {
        setTried(true);
        if (region !== undefined) navigate(pageOf.newFiling('why'));
      }}
    >
      <EntryField
        id="place"
        type="search"
        autoComplete="off"
        label={say({ zh: '省份或城市', en: 'Province or city' })}
        help={say({ zh: '输入名称，从下面选一个', en: 'Type its name and choose one below' })}
        value={typed}
        problem={problem}
        onValue={setTyped}
      />
      <p className="small muted" role="status">
        {typed.trim() !== '' && meant.length === 0 && say(nobodyCalled, { typed: typed.trim() })}
      </p>
      <Choices
        name="region"
        of={places.map((place) => ({ id: place.region, label: say(place.name) }))}
        chosen={region ?? null}
        problem={null}
        onChoose={(id) => autosave.write({ ...autosave.content(), region: id })}
      />
    </FilingQuestion>
  );
}

const nobodyCalled = {
  zh: '没有找到“{typed}”。可以试试所在的省；本地不用备案。',
  en: 'Nothing found for “{typed}”. Try the province; treatment in this city needs no filing.',
};
