/** How sure a result is, and what its digest covers. */
import type { MethodText } from './MethodText.ts'

export const certaintyMethods = {
  monteCarlo: {
    name: '蒙特卡洛模拟',
    nameEn: 'Monte Carlo',
    say: '在给定范围内反复变动权重、合成方式等选择，看名次会怎样变；变动了哪些选择写在结果旁，种子固定，结果可重现。',
    sayEn:
      'Varies weights, means and other choices within stated ranges many times to see how ranks move; what was varied stands beside the result, and the fixed seed makes it repeatable.',
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
    say: '对数据快照、体系版本、方法选项与引擎版本计算的 SHA-256；用同样的四项再算一次，会得到同一串字符。',
    sayEn:
      'SHA-256 over the data snapshot, framework version, method options and engine version; running these four again gives the same characters.',
    formula: 'SHA-256( 规范 JSON，RFC 8785 )',
    formulaEn: 'SHA-256( canonical JSON, RFC 8785 )',
  },
} as const satisfies Record<string, MethodText>
