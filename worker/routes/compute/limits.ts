/** How much one stateless computation may ask for. Stated in the OpenAPI document; past them a request is refused before any work. */
export const COMPUTE_LIMITS = {
  /** Values of one column (/indices), or areas of a composite. */
  values: 1_000_000,
  /** Areas × indicators of a composite. */
  cells: 2_000_000,
  /** Neighbour entries in all. */
  neighbours: 5_000_000,
  /** Replicates of one sensitivity run. */
  runs: 20_000,
  /** Replicates × areas × indicators. */
  replicatedCells: 500_000_000,
  /** Items of a pairwise matrix. */
  ahpItems: 60,
  nodes: 5_000,
  depth: 12,
  subgroups: 10_000,
} as const
