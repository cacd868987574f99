/** Sentences that state what a chart shows. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/findings.ts'

export default {
  rankingNone: (what) => `No area has a value for ${what}`,
  rankingOne: (what, { label, value }) => `${what}: ${label} ${value}`,
  rankingSame: (what, value) => `${what}: every area has ${value}`,
  ranking: (what, top, low, gap, target) => {
    const tail =
      target === null
        ? ''
        : target.missed === 0
          ? '; all reach the target'
          : `; ${target.missed} of ${target.of} miss the target`
    return `${what}: highest in ${top.label} (${top.value}), lowest in ${low.label} (${low.value}), ${gap} apart${tail}`
  },
  noDegree: (why) => `No degree of equality${why}`,
  indexWithoutDegree: (index, value, why) => `${index} is ${value}; no degree of equality${why}`,
  degree: (value, convention) => `Degree of equality ${value} (${convention})`,
  degreeSame: (head, period) => `${head}; as in ${period}`,
  degreeMoved: (head, period, isUp, size) => `${head}; ${isUp ? 'up' : 'down'} ${size} since ${period}`,
  trendNone: (what) => `${what}: no values in these periods`,
  trendOne: (what, period, value) => `${what}: ${value} in ${period}`,
  trendSame: (what, from, to, value) => `${what}: unchanged at ${value} from ${from} to ${to}`,
  trend: (what, from, to, isUp) =>
    `${what}: ${isUp ? 'up' : 'down'} from ${from.value} in ${from.label} to ${to.value} in ${to.label}`,
  quadrantNone: 'Nothing has both a score and a degree of equality',
  quadrants: (n, best, worst) =>
    `${best} of ${n} above the mean of these ${n} in both score and equality, ${worst} below it in both`,
  partsNone: (index, grouping) => `${index} cannot be split by ${grouping}`,
  parts: (index, grouping, between, within) =>
    `${between} of ${index} lies between groups (${grouping}), ${within} within them`,
  profileNone: (who) => `${who}: too few domains have a score`,
  profile: (who, top, low) =>
    `${who}: strongest in ${top.label} (${top.value}), weakest in ${low.label} (${low.value})`,
  changeNone: 'No area has values in both periods',
  rose: (n) => `${n} rose`,
  fell: (n) => `${n} fell`,
  stayed: (n) => `${n} stayed`,
  change: (counts, largest) => `${counts}; largest move: ${largest.label} (${largest.value})`,
  intervalNone: 'No rank intervals',
  intervalsFirm: (varied, n) => `Varying ${varied}: none of the ${n} ranks moves in 90% of the runs`,
  intervals: (varied, n, firm, widest, low, high) =>
    `Varying ${varied}: ${firm} of ${n} ranks do not move in 90% of the runs; least certain: ${widest} (${low} to ${high})`,
  lorenzNone: (what) => `${what}: no Lorenz curve`,
  lorenz: (what, share, gini) => `${gini === null ? '' : `Gini ${gini}: `}the lowest 40% hold ${share} of ${what}`,
  breakOf: (what, period, note) => `${what} from ${period} (${note})`,
} satisfies Words<typeof zh>
