/** How sure a result is, and how anybody can check it. */
import type { MethodText } from './MethodText.ts'

export const certaintyMethods = {
  monteCarlo: {
    name: '蒙特卡洛模拟',
    nameEn: 'Monte Carlo',
    say: '在合理范围内反复变动权重、标准化与合成方式，看得分和名次会怎样变；种子固定，结果可重现。',
    sayEn:
      'Varies weights, normalisation and aggregation within reason many times to see how scores and ranks move; the seed is fixed, so it can be repeated.',
    source: 'OECD/JRC Handbook step 7',
  },
  rankRange: {
    name: '名次区间',
    nameEn: 'Rank range',
    say: '在 90% 的模拟中名次所处的范围；区间重叠的地区不宜分先后。',
    sayEn: 'Where the rank lies in 90% of the runs; areas whose ranges overlap should not be ordered.',
    formula: '第 5–95 百分位',
    formulaEn: '5th to 95th percentile',
  },
  sobol: {
    name: 'Sobol 指数',
    nameEn: 'Sobol indices',
    say: '名次的变动有多大比例由某一项方法选择造成（一阶），以及连同与其他选择的交互（总效应）。',
    sayEn: 'How much of the rank shift one method choice causes alone (first order) and with its interactions (total).',
    source: 'COINr get_sensitivity',
  },
  weighted: {
    name: '按人口加权',
    nameEn: 'Population weighting',
    say: '人口多的地区分量更大，反映的是人与人之间的差距；不加权反映地区之间的差距。',
    sayEn: 'Populous areas count more and the result speaks of people; unweighted it speaks of areas.',
  },
  digest: {
    name: '摘要',
    nameEn: 'Digest',
    say: '对数据快照、体系版本、方法选项与引擎版本计算的 SHA-256；任何人用同样的四项重算都会得到同一串字符。',
    sayEn:
      'SHA-256 over the data snapshot, framework version, method options and engine version; anybody who runs these four again gets the same characters.',
    formula: 'SHA-256( 规范 JSON，RFC 8785 )',
    formulaEn: 'SHA-256( canonical JSON, RFC 8785 )',
  },
} as const satisfies Record<string, MethodText>
