/** What the engine's steps cost, in nanoseconds of CPU, as `npm run bench cost` measures them beside the estimates. They
 * are the slow end of what was measured on two shared cores, reading and answering in JSON included: an estimate may be
 * twice too high and is meant never to be much too low. */
export const NS = {
  /** Of any request: routing, parsing, answering. */
  request: 200_000,
  /** Reading, checking and summing one number of one column. */
  value: 200,
  index: 10,
  /** One value under one parameter of generalised entropy or Atkinson. */
  power: 175,
  /** Reading one group's label. */
  label: 250,
  partition: 700,
  /** One value against one other group. */
  pairValue: 40,
  /** One pair of groups in the answer. */
  pair: 1500,
  neighbour: 150,
  /** One area, or one link, in one permutation of Moran's I. */
  shuffle: 40,
  link: 12,
  /** One area, or one link, in one round that tells tied areas apart. */
  refine: 500,
  refineLink: 200,
  /** One number of an answer. */
  written: 300,
  /** One cell, one leaf, one area, one node of a composite. */
  cell: 1300,
  treated: 1500,
  clipped: 2500,
  leaf: 22_000,
  node: 30_000,
  nodeCell: 900,
  /** Weights from data: one row of one pair of columns, complete or with gaps; one cell of the eigenvectors' cube. */
  pairRow: 8,
  gappyPairRow: 60,
  eigen: 45,
  judgement: 80,
  score: 500,
  /** One cell and one node of a period of a whole evaluation, its digests and its text included. */
  evaluatedCell: 4000,
  evaluatedNode: 300_000,
  couplingCell: 400,
  couplingArea: 3000,
  subgroup: 5000,
  /** One replicate: per node, per area, per area and level of its sort, per cell, and what noise and its ranking add. */
  runNode: 300,
  runArea: 600,
  runSort: 60,
  runCell: 22,
  runNoise: 130,
  runNoiseRank: 40,
  runTopsis: 60,
  /** One cell of a variant (treatment × normalisation), one count of the rank table, one row in one bootstrap. */
  variant: 400,
  rankCount: 6,
  bootstrap: 160,
} as const
