/** How sure a result is, and what its digest covers. */
import type { MethodWords } from '../../../features/methods/MethodText.ts'
import type zh from '../../zh-CN/methods/certainty.ts'

export default {
  monteCarlo: {
    name: 'Monte Carlo',
    say: 'Varies weights, means and other choices within stated ranges many times to see how ranks move; what was varied stands beside the result, and the fixed seed makes it repeatable.',
  },
  rankRange: {
    name: 'Rank range',
    say: 'Where the rank lies in 90% of the runs; areas whose ranges overlap should not be ordered.',
    formula: '5th to 95th percentile',
  },
  sobol: {
    name: 'Sobol indices',
    say: 'How much of the rank shift one method choice causes alone (first order) and with its interactions (total).',
  },
  weighted: {
    name: 'Population weighting',
    say: 'Populous areas count more and the result speaks of people; unweighted it speaks of areas.',
  },
  digest: {
    name: 'Digest',
    say: 'SHA-256 over the data snapshot, framework version, method options and engine version; running these four again gives the same characters.',
    formula: 'SHA-256( canonical JSON, RFC 8785 )',
  },
} satisfies MethodWords<typeof zh>
