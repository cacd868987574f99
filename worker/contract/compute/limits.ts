/** How much one stateless computation may ask for at all, whoever asks. Stated in the OpenAPI document; past them a request is refused before any
 * work. Most requests end earlier, at what they may cost (budget.ts). */
export const COMPUTE_LIMITS = {
  /** A body sent with a credential; without one see COMPUTE_BODY_ANONYMOUS_BYTES. */
  bodyBytes: 25_000_000,
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
  /** Indicators that data weigh at once: eigenvectors take the cube of them. */
  weightKeys: 200,
  /** Items of a pairwise matrix. */
  ahpItems: 60,
  nodes: 5_000,
  depth: 12,
  subgroups: 10_000,
} as const
