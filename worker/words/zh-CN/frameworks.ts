/** Faults of a framework's body, of a method that does not fit it, and of its place in a city. */
import type { Name } from '../param.types.ts'

interface Called {
  readonly name: string
}
interface About {
  readonly indicator: Name
}
interface Count {
  readonly count: number
  readonly limit: number
}

export const frameworks = {
  'reserved-code': ({ code }: { readonly code: string }) => `“${code}”是保留字，请换一个代码`,
  'duplicate-code': ({ code, at }: { readonly code: string; readonly at: string }) => `代码“${code}”已用于 ${at}`,
  'all-weights-zero': ({ name }: Called) => `“${name}”的下级权重不能全为 0`,
  'too-many-nodes': ({ count, limit }: Count) => `评价框架共 ${count} 个节点，上限为 ${limit}`,
  'too-many-indicators': ({ count, limit }: Count) => `评价框架共 ${count} 个指标，上限为 ${limit}`,
  'topmost-kind': '最上层节点的类型必须是 root',
  'bad-kind': ({ kind, parent }: { readonly kind: string; readonly parent: string }) =>
    `${kind} 不能位于 ${parent} 之下（顺序为 root、dimension、domain、category、indicator，可跳级）`,
  'missing-facts': ({ name }: Called) => `指标“${name}”缺少单位、方向等信息`,
  'children-below-indicator': '指标之下不能再有节点',
  'facts-on-parent': '只有指标可以有单位、方向等信息',
  'no-children': ({ name }: Called) => `“${name}”之下没有任何指标`,
  'bad-target': '目标区间的下限不能高于上限',
  'floor-of-benefit': ({ target }: { readonly target: number }) =>
    `不允许值必须比目标值差（越大越好，应小于 ${target}）`,
  'floor-of-cost': ({ target }: { readonly target: number }) => `不允许值必须比目标值差（越小越好，应大于 ${target}）`,
  'bad-scale': '量表的上限必须大于下限',
  'duplicate-break': '同一时期只能标注一次口径变化',
  'bad-goalposts': '上下界的下界必须小于上界',
  'bad-range': '合理范围的下限不能高于上限',
  'missing-target': ({ indicator }: About) => `按目标值标准化需要“${indicator.name}”有大于 0 的目标值`,
  'missing-goalposts': ({ indicator }: About) => `按给定上下界标准化需要“${indicator.name}”有上下界`,
  'anchor-without-floor': ({ indicator }: About) =>
    `按目标值与不允许值计分需要“${indicator.name}”有不允许值；请在评价框架中补上，或改用其他参照`,
  'anchor-without-target': ({ indicator }: About) =>
    `按目标值与不允许值计分需要“${indicator.name}”有单一的目标值；请在评价框架中补上，或改用其他参照`,
  'bounds-not-applicable': '给定上下界和锚点只适用于极差法和功效系数法',
  'needs-positive-scores': '标准差法的得分可为负数，只能用算术平均汇总',
  'unit-differs': ({ name, unit, wanted }: Called & { readonly unit: string; readonly wanted: string }) =>
    `已有数据的“${name}”以“${unit}”计，单位不能改为“${wanted}”；请另用代码`,
  'unknown-template': '没有这个模板版本，请从模板列表中选择',
  'too-many-frameworks': ({ limit }: { readonly limit: number }) =>
    `一座城市最多 ${limit} 个评价框架，没有新建。请修改已有的评价框架：每次保存都会成为它的一个新版本。`,
}
