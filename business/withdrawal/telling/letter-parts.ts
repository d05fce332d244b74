import { inEachLanguage, shanghaiDate, showYuan, type Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { toldReference } from '#business/materials/public';
import type { CaseMaterial } from '#engines/casework';
import type { Material, ToldCondition } from '#engines/rules';
import { citation, provision } from '#law';
import type { Findings } from '../decide-withdrawal.ts';
import { findingNames } from '../tell-findings.ts';
import type { AskedPaper, LetterFacts } from './letter-facts.ts';

type List = LetterContent['lists'][number];
type Item = List['items'][number];

export function bare({ to }: LetterFacts): Omit<LetterContent, 'opening' | 'closing'> {
  return { to, rows: [], amountFen: null, lists: [], clauses: [], remedies: null };
}

export function rowsOf({ file, ground, appliedOn }: LetterFacts): LetterContent['rows'] {
  return [
    row({ zh: '办理事项', en: 'Matter' }, { zh: '一次性支取个人账户', en: 'Paying out a personal account' }),
    row({ zh: '支取情形', en: 'Ground' }, ground),
    row({ zh: '办理编号', en: 'Case number' }, same(file.number)),
    row({ zh: '申请日期', en: 'Applied on' }, same(appliedOn)),
  ];
}

export function row(name: Text, value: Text) {
  return { name, value };
}

export function list(title: Text, items: readonly Item[]): List {
  return { title, items: [...items] };
}

export function received(
  { materials }: LetterFacts,
  { materialId, paperReference, providedAt }: CaseMaterial,
): Item {
  const text = nameOf(materials, materialId);
  const on = shanghaiDate(providedAt);
  const came = toldReference(paperReference);
  return {
    text,
    note: { zh: `${on} 收到，${came.zh}`, en: `received on ${on}, ${came.en}`, quotes: [came.zh, came.en] },
  };
}

/** A paper to hand in: why what came does not serve first, then on what it rests and what may come instead. */
export function paperItem(
  { materials }: LetterFacts,
  id: string,
  { why, note }: Pick<AskedPaper, 'why' | 'note'> = { why: null, note: '' },
): Item {
  const material = materials.find((each) => each.id === id);
  const others = material?.alternatives.map(({ text }) => text) ?? [];
  const instead: Text =
    others.length === 0
      ? same('')
      : {
          zh: `；也可以用：${others.map(({ zh }) => zh).join('，')}`,
          en: `; instead of it: ${others.map(({ en }) => en).join(', ')}`,
        };
  const { zh, en } = inEachLanguage(material?.legalBasis ?? '');
  const adds = withoutStop(note);
  const said = {
    zh: adds === '' ? '' : `经办人说明：${adds}；`,
    en: adds === '' ? '' : `${why ? 'the' : 'The'} officer adds: ${adds}; `,
  };
  return {
    text: nameOf(materials, id),
    note: {
      zh: `${why ? `原因：${why.zh}；` : ''}${said.zh}依据：${zh}${instead.zh}`,
      en: `${why ? `Why: ${why.en}; ` : ''}${said.en}${why || adds !== '' ? 'legal' : 'Legal'} basis: ${en}${instead.en}`,
      ...(adds === '' ? {} : { quotes: [said.zh, said.en] }),
    },
  };
}

/** What an officer wrote, without the stop at its end, since the sentence goes on. */
function withoutStop(note: string): string {
  return note.trim().replace(/[。．.；;，,\s]+$/u, '');
}

/** A paper by its own id or as an alternative of another. */
function nameOf(materials: readonly Material[], id: string): Text {
  const all = materials.flatMap((material) => [material, ...material.alternatives]);
  return all.find((each) => each.id === id)?.text ?? same(id);
}

export function reasons(conditions: readonly ToldCondition[]): List {
  return list(
    { zh: '理由', en: 'Reasons' },
    conditions.map(({ text, finding, remedy, source }) => ({
      text: {
        zh: `${text.zh}：${findingNames[finding].zh}。${remedy?.zh ?? ''}`,
        en: `${text.en}: ${findingNames[finding].en}.${remedy ? ` ${remedy.en}` : ''}`,
      },
      note: citation(source),
    })),
  );
}

/** The ground itself first, then what every payment asks for besides. */
export function reasonsToPay({ ground }: LetterFacts, { option }: Findings): List {
  const { title, items } = reasons(option?.conditions ?? []);
  if (option === null) return list(title, items);
  const finding = findingNames[option.trigger];
  // What founds it stands among the clauses below.
  const first = {
    text: { zh: `${ground.zh}：${finding.zh}。`, en: `${ground.en}: ${finding.en}.` },
    note: null,
  };
  return list(title, [first, ...items]);
}

export function clausesOf(ids: readonly string[]): LetterContent['clauses'] {
  return [...new Set(ids)].map((id) => ({ citation: citation(id), says: provision(id).says }));
}

export function yuan(amountFen: string): Text {
  const shown = showYuan(BigInt(amountFen));
  return { zh: `${shown} 元`, en: `${shown} yuan` };
}

export function same(text: string): Text {
  return { zh: text, en: text };
}
