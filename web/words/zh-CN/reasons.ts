/** Why a number has no value. */
export default {
  'too-few-areas': '有数值的地区不足两个',
  'negative-value': '有地区为负值',
  'non-positive-value': '有地区为零或负值',
  'non-positive-mean': '均值不为正',
  'zero-divisor': '最低值为零',
  'no-weight': '缺少人口',
  constant: '各地区相同',
  'missing-group': '缺少分组',
  'not-applicable': '不适用',
  'one-group': '所有地区同属一组',
  'too-many-groups': '分组超过 50 个',
  'outside-scale': '有数值超出该指标的量表',
  'low-coverage': '有均等化程度的指标权重不足',
  overflow: '数值过大',
}
