/** What a framework body must satisfy beyond its shape; every fault with its JSON path. Codes that name properties of every
 * object (`__proto__`, `constructor`) are refused, for results are keyed by code. */
import { sentence, type Sentence } from '../../words/sentence.ts'
import { leavesOf, walkTree } from './body.ts'
import { checkMethodFits } from './checkMethodFits.ts'
import type { Fault } from '../../contract/problems.ts'
import type { FrameworkBody, IndicatorFacts, TreeNode } from '../../contract/frameworks.ts'

const RANK: Readonly<Record<TreeNode['kind'], number>> = { root: 0, dimension: 1, domain: 2, category: 3, indicator: 4 }
const MOST_NODES = 2000
const MOST_INDICATORS = 1000
const MOST_FAULTS = 100

/** `at` is where the body lies in the request. Empty = the body may be stored. */
export function checkBody(body: FrameworkBody, at = 'body'): Fault[] {
  const faults: Fault[] = []
  const fault: AddFault = (path, code, message) => {
    if (faults.length < MOST_FAULTS) faults.push({ path: `${at}.${path}`, code, message })
  }
  const seen = new Map<string, string>()
  let nodes = 0
  walkTree(body.root, (node, parent, path) => {
    nodes += 1
    if (node.code in {})
      fault(`${path}.code`, 'reserved-code', sentence('frameworks.reserved-code', { code: node.code }))
    const first = seen.get(node.code)
    if (first === undefined) seen.set(node.code, path)
    else fault(`${path}.code`, 'duplicate-code', sentence('frameworks.duplicate-code', { code: node.code, at: first }))
    checkKind(node, parent, path, fault)
    if (node.indicator !== undefined) checkFacts(node.indicator, `${path}.indicator`, fault)
    if (node.children !== undefined && node.children.every((c) => c.weight === 0))
      fault(`${path}.children`, 'all-weights-zero', sentence('frameworks.all-weights-zero', { name: node.name }))
  })
  const indicators = leavesOf(body.root).length
  if (nodes > MOST_NODES)
    fault('root', 'too-many-nodes', sentence('frameworks.too-many-nodes', { count: nodes, limit: MOST_NODES }))
  if (indicators > MOST_INDICATORS)
    fault(
      'root',
      'too-many-indicators',
      sentence('frameworks.too-many-indicators', { count: indicators, limit: MOST_INDICATORS }),
    )
  // A tree that is no framework has no use for advice on its method.
  return faults.length > 0 ? faults : checkMethodFits(body.root, body.method, `${at}.method`, `${at}.`)
}

type AddFault = (path: string, code: string, message: Sentence) => void

function checkKind(node: TreeNode, parent: TreeNode | null, path: string, fault: AddFault): void {
  if (parent === null) {
    if (node.kind !== 'root') fault(`${path}.kind`, 'bad-kind', sentence('frameworks.topmost-kind'))
  } else if (RANK[node.kind] <= RANK[parent.kind]) {
    fault(`${path}.kind`, 'bad-kind', sentence('frameworks.bad-kind', { kind: node.kind, parent: parent.kind }))
  }
  if (node.kind === 'indicator') {
    if (node.indicator === undefined)
      fault(`${path}.indicator`, 'missing-facts', sentence('frameworks.missing-facts', { name: node.name }))
    if (node.children !== undefined)
      fault(`${path}.children`, 'children-below-indicator', sentence('frameworks.children-below-indicator'))
  } else {
    if (node.indicator !== undefined)
      fault(`${path}.indicator`, 'facts-on-parent', sentence('frameworks.facts-on-parent'))
    if (node.children === undefined)
      fault(`${path}.children`, 'no-children', sentence('frameworks.no-children', { name: node.name }))
  }
}

function checkFacts(facts: IndicatorFacts, path: string, fault: AddFault): void {
  const { direction, target, floor, goalposts, plausibleLow, plausibleHigh, scale, breaks } = facts
  if (Array.isArray(target) && target[0] > target[1])
    fault(`${path}.target`, 'bad-target', sentence('frameworks.bad-target'))
  if (floor !== null && typeof target === 'number' && (direction === 'cost' ? floor <= target : floor >= target))
    fault(
      `${path}.floor`,
      'bad-floor',
      sentence(direction === 'cost' ? 'frameworks.floor-of-cost' : 'frameworks.floor-of-benefit', { target }),
    )
  if (scale?.kind === 'bounded' && scale.low >= scale.high)
    fault(`${path}.scale.high`, 'bad-scale', sentence('frameworks.bad-scale'))
  if (breaks !== undefined && new Set(breaks.map((b) => b.period)).size < breaks.length)
    fault(`${path}.breaks`, 'duplicate', sentence('frameworks.duplicate-break'))
  if (goalposts !== null && goalposts[0] >= goalposts[1])
    fault(`${path}.goalposts`, 'bad-goalposts', sentence('frameworks.bad-goalposts'))
  if (plausibleLow !== null && plausibleHigh !== null && plausibleLow > plausibleHigh)
    fault(`${path}.plausibleLow`, 'bad-range', sentence('frameworks.bad-range'))
}
