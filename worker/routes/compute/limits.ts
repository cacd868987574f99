/** How much one stateless computation may ask for. Stated in the OpenAPI document; past them a request is refused before any work. */
export const COMPUTE_LIMITS = {
  /** Values of one column (/indices), or areas of a composite. */
  values: 1_000_000,
  /** Areas × indicators of a composite. */
  cells: 2_000_000,
  /** Neighbour entries in all: each is visited in every one of 999 permutations. */
  neighbours: 200_000,
  /** Replicates of one sensitivity run. */
  runs: 20_000,
  /** Areas of a sensitivity run: the rank counts are areas² numbers. */
  sensitivityAreas: 3_500,
  /** Composites × areas × (indicators + 8): ranking an area costs about as much as eight cells. About 20 s of CPU. */
  replicatedCells: 200_000_000,
  /** Items of a pairwise matrix. */
  ahpItems: 60,
  nodes: 5_000,
  depth: 12,
  subgroups: 10_000,
} as const
