import { useState } from 'react';
import { useNavigate } from 'react-router';
import { regionPack } from '#law';
import { Asked } from '../../ui/asked.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type Say, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useSite } from '../../ui/site.tsx';
import { townOf } from '../../ui/town.ts';
import { placeHint, placesLike, type TransferPlace, usePlaces } from './places.ts';
import { type Way, ways } from './ways.ts';

/** How many places are shown at once; whoever means another types its name. */
const shownAtMost = 8;

/** Where to, or where from: one of the places that this agency transfers with. */
export function WherePage({ way }: { readonly way: Way }) {
  const say = useSay();
  const navigate = useNavigate();
  const asked = usePlaces();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const words = ways[way];
  return (
    <Question
      title={say(words.where)}
      help={say(words.whereHelp)}
      back={{ to: pageOf.cases(), says: say({ zh: '我的办理', en: 'My cases' }) }}
      problems={problems}
      onGo={() => {
        if (chosen !== null) return navigate(words.link(chosen));
        setProblems([{ field: 'place-search', says: say(chooseOne) }]);
      }}
    >
      <Asked of={asked}>
        {({ items }) => (
          <Search
            {...{ way, items, typed, chosen }}
            problem={problems[0]?.says ?? null}
            onType={setTyped}
            onChoose={(region) => {
              setChosen(region);
              setProblems([]);
            }}
          />
        )}
      </Asked>
    </Question>
  );
}

const chooseOne = { zh: '请选一个地方', en: 'Choose a place' };

function Search(search: {
  readonly way: Way;
  readonly items: readonly TransferPlace[];
  readonly typed: string;
  readonly chosen: string | null;
  readonly problem: string | null;
  readonly onType: (typed: string) => void;
  readonly onChoose: (region: string) => void;
}) {
  const { way, items, typed, chosen, problem, onType, onChoose } = search;
  const say = useSay();
  const { region } = useSite();
  const found = placesLike(items, typed);
  // What is chosen stays in sight, whatever is typed after.
  const shown = found.slice(0, shownAtMost);
  const kept = items.filter((place) => place.region === chosen && !shown.includes(place));
  const more = found.length - shown.length;
  return (
    <>
      <EntryField
        id="place-search"
        label={say({ zh: '找地方', en: 'Find a place' })}
        help={say({ zh: '输入城市、省份的名称', en: 'Type the name of the city or the province' })}
        type="search"
        autoComplete="off"
        value={typed}
        problem={null}
        onValue={onType}
      />
      <Choices
        name="place"
        of={[...kept, ...shown].map((place) => ({
          id: place.region,
          label: townOf(place, say),
          hint: hintOf(place, { way, say }),
        }))}
        chosen={chosen}
        problem={problem}
        onChoose={onChoose}
      />
      <p className="small muted" role="status">
        {more > 0 &&
          say(
            { zh: '还有 {more} 个地方，输入名称就能找到。', en: '{more} more. Type a name to find one.' },
            { more },
          )}
        {found.length === 0 &&
          say(
            {
              zh: '没有找到。那里可能还没有和我们往来，请打 {number} 问一问。',
              en: 'Nothing found. That place may not exchange transfers with us yet. Call {number} and ask.',
            },
            { number: regionPack(region).hotline.number },
          )}
      </p>
    </>
  );
}

function hintOf(place: TransferPlace, { way, say }: { readonly way: Way; readonly say: Say }): string {
  const parts = placeHint(place, way).map((part) => say(part));
  return sentence(parts.join(' · '));
}
