/** Can this method run on this tree? Targets, goalposts, anchors and combinations that the engine would refuse, in the reader's words. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { walkTree } from './body.ts'
import type { Fault } from '../../contract/problems.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'
import type { Say } from '../../lib/say.ts'

const MOST_FAULTS = 100

/** `at` is where the method lies in the request; `below` prefixes the paths of tree nodes when the tree is in the request too. */
export function checkMethodFits(
  root: TreeNode,
  method: MethodOptions,
  say: Say,
  at: string,
  below: string | null,
): Fault[] {
  const faults: Fault[] = []
  const add = (path: string, code: string, message: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path, code, message })
  }
  const { normalisation, bounds, aggregation } = method
  const { takesBounds: ranged, shown, target: asked } = normalisationFacts(normalisation)
  walkTree(root, (node, _parent, path) => {
    if (node.indicator === undefined) return
    const { target, goalposts, floor } = node.indicator
    if (asked !== undefined && !isPositive(target)) {
      add(
        below === null ? `${at}.normalisation` : `${below}${path}.indicator.target`,
        'missing-target',
        say(
          `按目标值标准化需要“${node.name}”有大于 0 的目标值`,
          `Normalising to targets needs a target above 0 for “${node.nameEn || node.name}”`,
        ),
      )
    }
    if (ranged && bounds === 'goalposts' && goalposts === null) {
      add(
        below === null ? `${at}.bounds` : `${below}${path}.indicator.goalposts`,
        'missing-goalposts',
        say(
          `按给定上下界标准化需要“${node.name}”有上下界`,
          `Normalising between goalposts needs goalposts for “${node.nameEn || node.name}”`,
        ),
      )
    }
    if (ranged && bounds === 'anchors' && (floor === null || typeof target !== 'number')) {
      const lacks = floor === null ? ['floor', '不允许值', 'a floor'] : ['target', '单一的目标值', 'a single target']
      add(
        below === null ? `${at}.bounds` : `${below}${path}.indicator.${lacks[0]}`,
        'missing-anchors',
        say(
          `按目标值与不允许值计分需要“${node.name}”有${lacks[1]}；请在评价框架中补上，或改用其他参照`,
          `Scoring between anchors needs ${lacks[2]} for “${node.nameEn || node.name}”; add it to the framework, or choose another reference`,
        ),
      )
    }
  })
  if ((bounds === 'goalposts' || bounds === 'anchors') && !ranged)
    add(
      `${at}.bounds`,
      'not-applicable',
      say('给定上下界和锚点只适用于极差法和功效系数法', 'Goalposts and anchors apply to min-max and efficacy only'),
    )
  if (shown === 'moments' && aggregation !== 'arithmetic')
    add(
      `${at}.aggregation`,
      'needs-positive-scores',
      say('标准差法的得分可为负数，只能用算术平均汇总', 'z-scores can be negative and take the arithmetic mean only'),
    )
  return faults
}

function isPositive(target: number | readonly [number, number] | null): boolean {
  if (target === null) return false
  return typeof target === 'number' ? target > 0 : target[0] >= 0 && target[1] > 0
}
