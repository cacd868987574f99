/** What a framework body must satisfy beyond its shape; every fault with its JSON path. Codes that name properties of every
 * object (`__proto__`, `constructor`) are refused, for results are keyed by code. */
import { leavesOf, walkTree } from './body.ts'
import { checkMethodFits } from './checkMethodFits.ts'
import type { Fault } from '../../contract/problems.ts'
import type { FrameworkBody, IndicatorFacts, TreeNode } from '../../contract/frameworks.ts'
import type { Say } from '../../lib/say.ts'

const RANK: Readonly<Record<TreeNode['kind'], number>> = { root: 0, dimension: 1, domain: 2, category: 3, indicator: 4 }
const MOST_NODES = 2000
const MOST_INDICATORS = 1000
const MOST_FAULTS = 100

/** `at` is where the body lies in the request. Empty = the body may be stored. */
export function checkBody(body: FrameworkBody, say: Say, at = 'body'): Fault[] {
  const faults: Fault[] = []
  const fault = (path: string, code: string, zh: string, en: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path: `${at}.${path}`, code, message: say(zh, en) })
  }
  const seen = new Map<string, string>()
  let nodes = 0
  walkTree(body.root, (node, parent, path) => {
    nodes += 1
    if (node.code in {})
      fault(
        `${path}.code`,
        'reserved-code',
        `“${node.code}”是保留字，请换一个代码`,
        `“${node.code}” is a reserved word; choose another code`,
      )
    const first = seen.get(node.code)
    if (first === undefined) seen.set(node.code, path)
    else
      fault(
        `${path}.code`,
        'duplicate-code',
        `代码“${node.code}”已用于 ${first}`,
        `The code “${node.code}” is in use at ${first}`,
      )
    checkKind(node, parent, path, fault)
    if (node.indicator !== undefined) checkFacts(node.indicator, `${path}.indicator`, fault)
    if (node.children !== undefined && node.children.every((c) => c.weight === 0))
      fault(
        `${path}.children`,
        'all-weights-zero',
        `“${node.name}”的下级权重不能全为 0`,
        `The weights below “${node.name}” must not all be 0`,
      )
  })
  const indicators = leavesOf(body.root).length
  if (nodes > MOST_NODES)
    fault(
      'root',
      'too-many-nodes',
      `评价框架共 ${nodes} 个节点，上限为 ${MOST_NODES}`,
      `The framework has ${nodes} nodes; at most ${MOST_NODES} are allowed`,
    )
  if (indicators > MOST_INDICATORS)
    fault(
      'root',
      'too-many-indicators',
      `评价框架共 ${indicators} 个指标，上限为 ${MOST_INDICATORS}`,
      `The framework has ${indicators} indicators; at most ${MOST_INDICATORS} are allowed`,
    )
  // A tree that is no framework has no use for advice on its method.
  return faults.length > 0 ? faults : checkMethodFits(body.root, body.method, say, `${at}.method`, `${at}.`)
}

type AddFault = (path: string, code: string, zh: string, en: string) => void

function checkKind(node: TreeNode, parent: TreeNode | null, path: string, fault: AddFault): void {
  if (parent === null) {
    if (node.kind !== 'root')
      fault(`${path}.kind`, 'bad-kind', '最上层节点的类型必须是 root', 'The topmost node must be of kind root')
  } else if (RANK[node.kind] <= RANK[parent.kind]) {
    fault(
      `${path}.kind`,
      'bad-kind',
      `${node.kind} 不能位于 ${parent.kind} 之下（顺序为 root、dimension、domain、category、indicator，可跳级）`,
      `${node.kind} cannot stand below ${parent.kind} (root, dimension, domain, category, indicator; levels may be skipped)`,
    )
  }
  if (node.kind === 'indicator') {
    if (node.indicator === undefined)
      fault(
        `${path}.indicator`,
        'missing-facts',
        `指标“${node.name}”缺少单位、方向等信息`,
        `The indicator “${node.name}” lacks its unit, direction and so on`,
      )
    if (node.children !== undefined)
      fault(
        `${path}.children`,
        'children-below-indicator',
        '指标之下不能再有节点',
        'Nothing can stand below an indicator',
      )
  } else {
    if (node.indicator !== undefined)
      fault(
        `${path}.indicator`,
        'facts-on-parent',
        '只有指标可以有单位、方向等信息',
        'Only an indicator has a unit, a direction and so on',
      )
    if (node.children === undefined)
      fault(
        `${path}.children`,
        'no-children',
        `“${node.name}”之下没有任何指标`,
        `There is no indicator below “${node.name}”`,
      )
  }
}

function checkFacts(facts: IndicatorFacts, path: string, fault: AddFault): void {
  const { direction, target, floor, goalposts, plausibleLow, plausibleHigh, scale, breaks } = facts
  if (Array.isArray(target) && target[0] > target[1])
    fault(
      `${path}.target`,
      'bad-target',
      '目标区间的下限不能高于上限',
      'The lower end of a target range cannot exceed the upper end',
    )
  if (floor !== null && typeof target === 'number' && (direction === 'cost' ? floor <= target : floor >= target))
    fault(
      `${path}.floor`,
      'bad-floor',
      `不允许值必须比目标值差（${direction === 'cost' ? '越小越好，应大于' : '越大越好，应小于'} ${target}）`,
      `The floor must be worse than the target (${direction === 'cost' ? 'less is better: above' : 'more is better: below'} ${target})`,
    )
  if (scale?.kind === 'bounded' && scale.low >= scale.high)
    fault(
      `${path}.scale.high`,
      'bad-scale',
      '量表的上限必须大于下限',
      'The upper end of the scale must exceed the lower end',
    )
  if (breaks !== undefined && new Set(breaks.map((b) => b.period)).size < breaks.length)
    fault(
      `${path}.breaks`,
      'duplicate',
      '同一时期只能标注一次口径变化',
      'A period can be marked as a definition break once only',
    )
  if (goalposts !== null && goalposts[0] >= goalposts[1])
    fault(
      `${path}.goalposts`,
      'bad-goalposts',
      '上下界的下界必须小于上界',
      'The lower goalpost must be below the upper one',
    )
  if (plausibleLow !== null && plausibleHigh !== null && plausibleLow > plausibleHigh)
    fault(
      `${path}.plausibleLow`,
      'bad-range',
      '合理范围的下限不能高于上限',
      'The plausible range must not be upside down',
    )
}
