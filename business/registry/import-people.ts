import { ok, type Result, type Text } from '#basics';
import { openAccount, stageOpening } from '#engines/ledger';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { alreadyOnRecord, type PersonOnRecord } from './compare-person.ts';
import type { RegistryContext } from './context.ts';
import { findDoubles } from './find-doubles.ts';
import { identityHash, identityHashes, identityHashesByKey } from './find-person.ts';
import { guarded } from './guarded.ts';
import { openingsOf } from './import.store.ts';
import { isSameName } from './import-cells.ts';
import { type PeopleKey, peopleColumns } from './import-columns.ts';
import { type PersonLine, readPersonLine } from './import-people-line.ts';
import type { ImportReport } from './import-report.ts';
import {
  type Check,
  type CheckedLine,
  type ImportKind,
  type ImportRequest,
  type RunPlace,
  runImport,
} from './import-run.ts';
import { numberTail } from './masks.ts';
import {
  employersByCode,
  ensureEmployer,
  importPerson,
  insertEmployment,
  locateIdentities,
  type PersonRow,
  personsById,
} from './person.store.ts';
import { countingEntries, insertImported, waitingImported } from './record.store.ts';
import { standingFrom } from './situation-of.ts';

/** Takes in a file of insured people, and looks for those who were on record before; see docs/import.md for its columns. */
export async function importPeople(
  context: RegistryContext,
  request: ImportRequest,
): Promise<Result<ImportReport>> {
  const told = await runImport(context, people, request);
  if (!told.ok || told.value.runId === null || request.dryRun) return told;
  const doublesFound = await findDoubles(context, { runId: told.value.runId });
  return ok({ ...told.value, doublesFound: Number(doublesFound) });
}

const people: ImportKind<PeopleKey, PersonLine> = {
  kind: 'people',
  columns: peopleColumns,
  readLine: readPersonLine,
  checker: ({ context, runId }) => peopleChecker(context.seal, runId),
  write: writePerson,
};

type NumberedPerson = { readonly line: number; readonly value: PersonLine };

function peopleChecker(seal: Seal, runId: string | null): Check<PeopleKey, PersonLine> {
  const lineOfNumber = new Map<string, number>();
  const nameOfEmployer = new Map<string, string>();
  return async (reader, lines) => {
    const held = await peopleOnRecord(reader, { seal, lines, runId });
    const codes = lines.flatMap(({ value }) => (value.employer ? [value.employer.creditCode] : []));
    for (const { creditCode, name } of await employersByCode(reader, codes))
      nameOfEmployer.set(creditCode, name);
    return lines.map(({ line, value }) => {
      const hash = hex(identityHash(seal, value.document));
      const before = lineOfNumber.get(hash);
      if (before === undefined) lineOfNumber.set(hash, line);
      const known = held.get(line);
      const employerNotice = noteEmployer(nameOfEmployer, value);
      return {
        line,
        isNew: known === undefined,
        openingFen: value.opening?.amountFen ?? null,
        problems: before === undefined ? [] : [{ column: 'document_number', detail: sameNumber(before) }],
        notices: [
          ...(known ? [{ column: null, detail: alreadyOnRecord(value, known) }] : []),
          ...(employerNotice ? [{ column: 'employer_name', detail: employerNotice } as const] : []),
        ],
      } satisfies CheckedLine<PeopleKey>;
    });
  };
}

/** By line, the people who were on record before this import began. */
async function peopleOnRecord(
  reader: Reader,
  {
    seal,
    lines,
    runId,
  }: { readonly seal: Seal; readonly lines: readonly NumberedPerson[]; readonly runId: string | null },
): Promise<ReadonlyMap<number, PersonOnRecord>> {
  const lineOfHash = new Map(
    lines.flatMap(({ line, value }) =>
      identityHashes(seal, value.document).map((hash) => [hex(hash), line] as const),
    ),
  );
  const located = await locateIdentities(
    reader,
    lines.flatMap(({ value }) => identityHashes(seal, value.document)),
  );
  const owners = located.map(({ ownerId }) => ownerId);
  if (owners.length === 0) return new Map();
  const persons = (await personsById(reader, owners)).filter(
    (person) => runId === null || person.runId !== runId,
  );
  // What waits for a second officer is told already too; what counts goes before it.
  const entries = [...(await waitingImported(reader, owners)), ...(await countingEntries(reader, owners))];
  const openings = await openingsOf(reader, owners);
  const found = persons.flatMap((person) => {
    const owner = person.ownerId;
    const standing = standingFrom(entries.filter(({ ownerId }) => ownerId === owner));
    const opening = openings.find(({ ownerId }) => ownerId === owner);
    const onRecord = opened(person, seal, {
      standing,
      opening: opening ? { amountFen: opening.amountFen, balanceOn: opening.balanceOn } : null,
    });
    return located
      .filter(({ ownerId }) => ownerId === owner)
      .map(({ numberHash }) => [lineOfHash.get(hex(numberHash)) ?? 0, onRecord] as const);
  });
  return new Map(found);
}

function opened(
  person: PersonRow,
  seal: Seal,
  rest: Pick<PersonOnRecord, 'standing' | 'opening'>,
): PersonOnRecord {
  const { name, nameLatin, bornOn, nationality, language } = person;
  const phone = person.phoneSealed ? seal.open(person.phoneSealed) : null;
  const email = person.emailSealed ? seal.open(person.emailSealed) : null;
  return { name, nameLatin, bornOn, nationality, language, phone, email, ...rest };
}

function noteEmployer(names: Map<string, string>, { employer }: PersonLine): Text | null {
  if (!employer) return null;
  const known = names.get(employer.creditCode);
  if (known === undefined) names.set(employer.creditCode, employer.name);
  if (known === undefined || isSameName(known, employer.name)) return null;
  return {
    zh: '同一信用代码的单位已用另一个名称登记，登记的名称不变。',
    en: 'The employer of this code stands under another name; the name on record is kept.',
  };
}

function sameNumber(before: number): Text {
  return {
    zh: `与第 ${before} 行是同一个证件号码；一个人只能有一行。`,
    en: `This is the document of line ${before} again; a person has one line.`,
  };
}

async function writePerson(
  tx: Tx,
  {
    context,
    run,
    value,
  }: { readonly context: RegistryContext; readonly run: RunPlace; readonly value: PersonLine },
): Promise<Result<unknown>> {
  const { seal, ids } = context;
  const { document, opening } = value;
  const owner = ids.next('psn');
  const { number, kind, issuer } = document;
  const sealed = { numberSealed: seal.seal(number), numberTail: numberTail(number) };
  const written = await guarded(
    importPerson(tx, {
      person: personRow(value, { owner, run, seal }),
      document: { ownerId: owner, id: ids.next('doc'), recordedAt: run.at, kind, issuer, ...sealed },
      hashesByKey: identityHashesByKey(seal, document),
    }),
  );
  if (!written.ok) return written;
  if (!written.value) return ok('on-record');
  await writeEntries(tx, { context, run, value, owner });
  if (!opening) return ok('written');
  await openAccount(tx, { owner, on: opening.balanceOn });
  return stageOpening(tx, { owner, run: run.runId, line: run.line, ...opening });
}

function personRow(
  value: PersonLine,
  { owner, run, seal }: { readonly owner: string; readonly run: RunPlace; readonly seal: Seal },
): PersonRow {
  return {
    ownerId: owner,
    name: value.name,
    nameLatin: value.nameLatin,
    bornOn: value.bornOn,
    nationality: value.nationality,
    officeId: run.officeId,
    phoneSealed: value.phone === null ? null : seal.seal(value.phone),
    emailSealed: value.email === null ? null : seal.seal(value.email),
    language: value.language ?? 'zh',
    runId: run.runId,
    lineNo: run.line,
    recordedAt: run.at,
  };
}

async function writeEntries(
  tx: Tx,
  given: {
    readonly context: RegistryContext;
    readonly run: RunPlace;
    readonly value: PersonLine;
    readonly owner: string;
  },
): Promise<void> {
  const { context, run, value, owner } = given;
  const place = { ownerId: owner, runId: run.runId, lineNo: run.line };
  const entries = value.entries.map(({ kind, ...body }) => ({ id: context.ids.next('rec'), kind, body }));
  await insertImported(tx, { ...place, entries, at: run.at });
  if (!value.employer) return;
  const { creditCode, name, fromOn } = value.employer;
  const employer = { ownerId: context.ids.next('emp'), creditCode, name };
  const employerId = await ensureEmployer(tx, { employer, at: run.at });
  await insertEmployment(tx, { ...place, employerId, fromOn, at: run.at });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
