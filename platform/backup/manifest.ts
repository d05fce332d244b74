/** What stands before the rows: which structure they fit into. Encrypted with them. */
export interface Manifest {
  readonly takenAt: string;
  readonly product: string;
  /** The migrations that had been applied. */
  readonly migrations: readonly {
    readonly number: number;
    readonly name: string;
    readonly checksum: string;
  }[];
  /** Numbers of the keys that identity numbers may be sealed with; the keys are not in the backup. */
  readonly identityKeys: readonly string[];
  readonly demo: boolean;
  /** In an order in which they can be loaded: what is referred to comes first. */
  readonly tables: readonly TableHead[];
}

export interface TableHead {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a table came to. */
export interface TableSum {
  readonly name: string;
  readonly rows: number;
  /** Of its rows as COPY writes them, hexadecimal. */
  readonly sha256: string;
}

/** What a whole backup holds. */
export interface BackupSummary {
  readonly backup: string;
  readonly key: string;
  readonly takenAt: string;
  readonly product: string;
  /** The last migration. */
  readonly structure: string;
  readonly demo: boolean;
  readonly rows: number;
  /** Of the file. */
  readonly bytes: number;
  readonly tables: readonly TableSum[];
  /** Files of papers. */
  readonly files: number;
}

/** How far a backup, a check or a restore has come. */
export interface BackupProgress {
  readonly table: string;
  /** Tables done, of how many. */
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}
