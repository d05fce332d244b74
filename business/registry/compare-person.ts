import { canonicalJson, type Text } from '#basics';
import { type Column, peopleColumns } from './import-columns.ts';
import type { PersonLine } from './import-people-line.ts';
import type { RecordKind, Standing } from './record-entry.ts';

/** A person on record, opened, to be compared with a line that names them again. */
export interface PersonOnRecord {
  readonly name: string;
  readonly nameLatin: string | null;
  readonly bornOn: string;
  readonly nationality: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly standing: Standing;
  readonly opening: { readonly amountFen: bigint; readonly balanceOn: string } | null;
}

/** Says that a line's person is on record already, and what the line says otherwise; the values stay unsaid. */
export function alreadyOnRecord(line: PersonLine, held: PersonOnRecord): Text {
  const differing = columnsThatDiffer(line, held);
  if (differing.length === 0) {
    return {
      zh: '这个人已经在册，内容一致，这一行不再导入。',
      en: 'Already on record, and the same; this line is not taken in again.',
    };
  }
  return {
    zh: `这个人已经在册，这一行不再导入。与登记不同的项目：${differing.map(({ chinese }) => chinese).join('、')}；登记有误的，请凭材料更正。`,
    en: `Already on record; this line is not taken in. It differs in: ${differing.map(({ key }) => key).join(', ')}. If the record is wrong, correct it with a paper.`,
  };
}

/** A cell left empty says nothing, so it does not differ. */
function columnsThatDiffer(line: PersonLine, held: PersonOnRecord): readonly Column[] {
  const keys = new Set<string>();
  const plain = [
    ['name', line.name, held.name],
    ['name_latin', line.nameLatin, held.nameLatin],
    ['born_on', line.bornOn, held.bornOn],
    ['nationality', line.nationality, held.nationality],
    ['phone', line.phone, held.phone],
    ['email', line.email, held.email],
    ['language', line.language, held.language],
  ] as const;
  for (const [key, told, known] of plain) if (told !== null && told !== known) keys.add(key);
  for (const entry of line.entries) {
    if (canonicalJson(entry) !== canonicalJson(held.standing[entry.kind])) keys.add(columnOf[entry.kind]);
  }
  if (line.opening && canonicalJson(line.opening) !== canonicalJson(held.opening))
    keys.add('opening_balance');
  return peopleColumns.filter(({ key }) => keys.has(key));
}

/** Under which column a kind of entry is named; kinds that a file cannot bring stand under none. */
const columnOf: Readonly<Record<RecordKind, string>> = {
  retired: 'retired_on',
  died: 'died_on',
  'left-country': 'left_on',
  'nationality-lost': 'nationality_lost_on',
  relationship: 'relationship_status',
  roster: 'on_roster',
  'treatment-elsewhere': '',
  succession: '',
  transfer: '',
  'open-claims': '',
  'open-recoveries': '',
  investigation: '',
};
