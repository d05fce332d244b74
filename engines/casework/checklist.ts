/** As much of a paper that a procedure asks for as its list of papers looks at. */
export interface AskedMaterial {
  readonly id: string;
  /** What may be brought instead. */
  readonly alternatives: readonly { readonly id: string }[];
}

/** One paper that a case asks for, and how it stands; `unchecked`: given, and nobody has looked at it yet. */
export interface PaperState {
  readonly materialId: string;
  readonly state: 'given' | 'unchecked' | 'on-record' | 'missing';
  /** Which paper was given for it: itself or one of its alternatives. */
  readonly by: string | null;
  /** Why a paper that was given for it does not count; only where one was. */
  readonly why?: string;
}

/** What is known of a paper besides that it was given. A paper of which nothing is known counts. */
export interface JudgedPaper {
  readonly revision: number;
  readonly standing: 'unchecked' | 'accepted' | 'rejected';
  /** Why it was rejected, by its code. */
  readonly reason?: string;
  /** The last day on which an accepted one counts. */
  readonly validUntil?: string;
}

export interface HeldPapers {
  /** Papers given, by material, with the number of the revision that counts. */
  readonly papers: Readonly<Record<string, number>>;
  readonly onRecord: readonly string[];
  readonly judged?: Readonly<Record<string, JudgedPaper>>;
}

/** The papers of a case on a day, against those given and those that the agency holds, which are not asked for again. */
export function checklist(
  materials: readonly AskedMaterial[],
  held: HeldPapers,
  on: string,
): readonly PaperState[] {
  return materials.map((material) => {
    const { id: materialId } = material;
    const given = namesOf(material).filter((id) => held.papers[id] !== undefined);
    const standings = given.map((by) => ({ by, ...standingOf(held.judged?.[by], on) }));
    const best =
      standings.find(({ state }) => state === 'given') ?? standings.find(({ state }) => state !== 'missing');
    if (best) return { materialId, state: best.state, by: best.by };
    if (namesOf(material).some((id) => held.onRecord.includes(id)))
      return { materialId, state: 'on-record', by: null };
    const why = standings.map((each) => each.why).find((each) => each !== undefined);
    return { materialId, state: 'missing', by: null, ...(why === undefined ? {} : { why }) };
  });
}

function standingOf(paper: JudgedPaper | undefined, on: string): Pick<PaperState, 'state' | 'why'> {
  if (!paper) return { state: 'given' };
  if (paper.standing === 'unchecked') return { state: 'unchecked' };
  if (paper.standing === 'rejected') return { state: 'missing', why: paper.reason ?? 'rejected' };
  const over = paper.validUntil !== undefined && paper.validUntil < on;
  return over ? { state: 'missing', why: 'expired' } : { state: 'given' };
}

export function missingOf(papers: readonly PaperState[]): readonly string[] {
  return papers.filter(({ state }) => state === 'missing').map(({ materialId }) => materialId);
}

/** Why papers that were given do not count, by material, as it is kept with a request; nothing where none was given. */
export function reasonsOf(papers: readonly PaperState[]): {
  readonly reasons?: Readonly<Record<string, string>>;
} {
  const found = papers.flatMap(({ materialId, why }) =>
    why === undefined ? [] : [[materialId, why] as const],
  );
  return found.length === 0 ? {} : { reasons: Object.fromEntries(found) };
}

export function uncheckedOf(papers: readonly PaperState[]): readonly string[] {
  return papers.filter(({ state }) => state === 'unchecked').map(({ materialId }) => materialId);
}

/** The ids under which a paper for this material may be handed in. */
export function namesOf(material: AskedMaterial): readonly string[] {
  return [material.id, ...material.alternatives.map(({ id }) => id)];
}

/** Whether every paper that was asked for, or one of its alternatives, came after it was asked for. */
export function requestAnswered(
  asked: readonly string[],
  {
    materials,
    givenSince,
  }: { readonly materials: readonly AskedMaterial[]; readonly givenSince: readonly string[] },
): boolean {
  return asked.every((id) => {
    const material = materials.find((each) => each.id === id);
    return material !== undefined && namesOf(material).some((name) => givenSince.includes(name));
  });
}
