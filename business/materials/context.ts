import type { Clock, Ids, RandomBytes, Refusal, Result, Text } from '#basics';
import type { Caller } from '#business/access/public';
import type { AskedMaterial, CaseFile, GivenPaper, JsonObject, PaperState, Process } from '#engines/casework';
import type { FileStore, Scanner } from '#platform/files';
import type { Database, Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Intake } from './intake.ts';

/** What this folder's use cases need from the app. */
export interface MaterialsContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  readonly files: FileStore;
  /** Null where no scanner is configured. */
  readonly scanner: Scanner | null;
  readonly intake: Intake;
  /** Every procedure by its process's id: which papers it asks for, and its own steps. */
  readonly paperProcedures: Readonly<Record<string, PaperProcedure>>;
  readonly processes: Readonly<Record<string, Process>>;
}

/** Who does something with the papers of which case. */
export interface Doing {
  readonly context: MaterialsContext;
  readonly caller: Caller;
  readonly number: string;
  /** How many actions of the case the person had seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

type Step<More> = (tx: Tx, asked: Omit<Doing, 'context'> & More) => Promise<Result<CaseFile, Refusal>>;

/** What a procedure brings: papers know no procedure, so the apps tell them here. */
export interface PaperProcedure {
  /** The papers that a case asks for, as they stand. */
  readonly papersOf: (
    reader: Reader,
    file: CaseFile,
    /** Whom it is told; in a draft it is they who apply. */
    caller: Caller,
  ) => Promise<Result<AskedPapers, Refusal>>;
  /** Hands a paper in; the review goes on by itself when the last one is there. */
  readonly provide: Step<{ readonly paper: GivenPaper }>;
  /** A clerk's verdict as a step of the case, which is taken up with it. */
  readonly judge: Step<{ readonly data: JsonObject }>;
}

export interface AskedPapers {
  readonly materials: readonly TitledMaterial[];
  readonly papers: readonly PaperState[];
}

export interface TitledMaterial extends AskedMaterial {
  readonly text: Text;
  /** The provisions on which demanding it rests, as cited to people. */
  readonly legalBasis: string;
  readonly alternatives: readonly { readonly id: string; readonly text: Text }[];
  /** Of whom alone it is asked; whoever is none of them may say so in its place. */
  readonly onlyFor?: Text | undefined;
}
