/** Records of one sort that stand in the chains of their persons. Each folder that keeps such records exports its own. */
export interface ChainedRecords {
  /** As `chain_record` was given it: `entry`. */
  readonly kind: string;
  /**
   * A SELECT of each record's `owner_id`, `reference` (as `chain_record` was given it) and `parts`, the texts that its digest
   * is taken over.
   */
  readonly select: string;
}
