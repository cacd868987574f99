/** How sure a result is, and what its digest covers. */
export default {
  monteCarlo: {
    name: '蒙特卡洛模拟',
    say: '在给定范围内反复变动权重、合成方式等选择，看名次会怎样变；变动了哪些选择写在结果旁，种子固定，结果可重现。',
    source: 'OECD/JRC Handbook step 7',
  },
  rankRange: {
    name: '名次区间',
    say: '在 90% 的模拟中名次所处的范围；区间重叠的地区不宜分先后。',
    formula: '第 5–95 百分位',
  },
  sobol: {
    name: 'Sobol 指数',
    say: '名次的变动有多大比例由某一项方法选择造成（一阶），以及连同与其他选择的交互（总效应）。',
    source: 'COINr get_sensitivity',
  },
  weighted: {
    name: '按人口加权',
    say: '人口多的地区分量更大，反映的是人与人之间的差距；不加权反映地区之间的差距。',
  },
  digest: {
    name: '摘要',
    say: '对数据快照、体系版本、方法选项与引擎版本计算的 SHA-256；用同样的四项再算一次，会得到同一串字符。',
    formula: 'SHA-256( 规范 JSON，RFC 8785 )',
  },
}
