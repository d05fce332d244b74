import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { plainDate, shanghaiDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { showClock, showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { useToday } from '../../ui/today.ts';

type Item = Answer<'GET /withdrawal-drafts'>['items'][number];

/** Applications that somebody began and has not handed in: to go on with, or to throw away. Nothing where there are none. */
export function GoOn() {
  const say = useSay();
  const open = useOpenDrafts();
  if (open.length === 0) return null;
  return (
    <section className="go-on" aria-label={say(unfinished)}>
      {open.map((item) => (
        <Begun key={item.draftId} item={item} />
      ))}
    </section>
  );
}

/** What somebody is writing for this person. */
export function useOpenDrafts(): readonly Item[] {
  const personId = usePerson();
  const { data } = useAsk('GET /withdrawal-drafts', { query: { open: 'true' } });
  return data?.items.filter((item) => item.personId === personId) ?? [];
}

function Begun({ item }: { readonly item: Item }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const client = useQueryClient();
  const { personId, draftId, savedAt, keptUntil } = item;
  const discard = useWrite('DELETE /withdrawal-drafts/{personId}/{draftId}', () => {
    void client.invalidateQueries({ queryKey: ['GET /withdrawal-drafts'] });
  });
  const when = {
    day: showDay(plainDate(shanghaiDate(new Date(savedAt))), language, today),
    time: showClock(savedAt),
    until: showDay(plainDate(keptUntil), language, today),
  };
  return (
    <div className="card begun">
      <b>{say(unfinished)}</b>
      <p className="small muted">{say(savedThen, when)}</p>
      <div className="pair">
        <Link className="btn primary" to={pageOf.applying(draftId)}>
          {say({ zh: '接着填', en: 'Go on with it' })}
          <Icon name="arrow" />
        </Link>
        <button
          type="button"
          className="btn"
          aria-disabled={discard.busy}
          onClick={() => confirm(say(sure)) && discard.send({ params: { personId, draftId } })}
        >
          {say({ zh: '删除', en: 'Discard' })}
        </button>
      </div>
    </div>
  );
}

const unfinished = {
  zh: '您有一份没填完的领取申请',
  en: 'You have an application that is not handed in yet',
};
const savedThen = {
  zh: '{day} {time} 保存，留到{until}，每保存一次重新算',
  en: 'Saved on {day} at {time}. Kept until {until}; the count starts again each time it is saved',
};
const sure = {
  zh: '删除这份草稿？填过的内容和上传的照片都会删掉。',
  en: 'Discard this draft? What you filled in and the pictures that you sent are deleted.',
};
