/** As much of a paper that a procedure asks for as its list of papers looks at. */
export interface AskedMaterial {
  readonly id: string;
  /** What may be brought instead. */
  readonly alternatives: readonly { readonly id: string }[];
}

/** One paper that a case asks for, and how it stands. */
export interface PaperState {
  readonly materialId: string;
  readonly state: 'given' | 'on-record' | 'missing';
  /** Which paper was given for it: itself or one of its alternatives. */
  readonly by: string | null;
}

/** The papers of a case against those given and those that the agency holds already, which are not asked for again. */
export function checklist(
  materials: readonly AskedMaterial[],
  held: { readonly papers: Readonly<Record<string, number>>; readonly onRecord: readonly string[] },
): readonly PaperState[] {
  return materials.map((material) => {
    const by = namesOf(material).find((id) => held.papers[id] !== undefined) ?? null;
    if (by !== null) return { materialId: material.id, state: 'given', by };
    return {
      materialId: material.id,
      state: held.onRecord.includes(material.id) ? 'on-record' : 'missing',
      by,
    };
  });
}

export function missingOf(papers: readonly PaperState[]): readonly string[] {
  return papers.filter(({ state }) => state === 'missing').map(({ materialId }) => materialId);
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
