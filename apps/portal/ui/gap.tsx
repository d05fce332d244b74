import { useSay } from './language.tsx';

/** How far somebody has come: two lines that reach what is met, a gap at what is missing, and the station beyond. */
export function Gap(words: { readonly done: string; readonly missing: string; readonly beyond: string }) {
  const say = useSay();
  const { done, missing, beyond } = words;
  const label = say(
    {
      zh: '三步：{done}，已完成；{missing}，还没做；{beyond}',
      en: 'Three steps: {done}, done; {missing}, missing; {beyond}',
    },
    words,
  );
  return (
    <svg className="gap" viewBox="0 0 350 66" role="img" aria-label={label}>
      <g className="lines">
        <path className="of-record" d="M24 20H152" />
        <path className="of-balance" d="M24 30H152" />
        <path className="ahead" d="M200 20H322M200 30H322" />
      </g>
      <circle className="reached" cx="26" cy="25" r="15" />
      <path className="tick" d="M19 25.5l5 5 9-10" />
      <rect className="missing" x="159" y="9" width="32" height="32" rx="5" />
      <path className="mark-missing" d="M175 16v11M175 32.5v.1" />
      <circle className="beyond" cx="324" cy="25" r="15" />
      <text x="0" y="62">
        {done}
      </text>
      <text className="w" x="175" y="62" textAnchor="middle">
        {missing}
      </text>
      <text className="q" x="350" y="62" textAnchor="end">
        {beyond}
      </text>
    </svg>
  );
}
