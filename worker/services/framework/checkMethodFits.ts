/** Can this method run on this tree? Targets, goalposts, anchors and combinations that the engine would refuse. */
import { normalisationFacts } from '../../engine/normalise/catalogue.ts'
import { sentence, type Sentence } from '../../words/sentence.ts'
import { walkTree } from './body.ts'
import type { Fault } from '../../contract/problems.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'

const MOST_FAULTS = 100

/** `at` is where the method lies in the request; `below` prefixes the paths of tree nodes when the tree is in the request too. */
export function checkMethodFits(root: TreeNode, method: MethodOptions, at: string, below: string | null): Fault[] {
  const faults: Fault[] = []
  const add = (path: string, code: string, message: Sentence): void => {
    if (faults.length < MOST_FAULTS) faults.push({ path, code, message })
  }
  const { normalisation, bounds, aggregation } = method
  const { takesBounds: ranged, shown, target: asked } = normalisationFacts(normalisation)
  walkTree(root, (node, _parent, path) => {
    if (node.indicator === undefined) return
    const { target, goalposts, floor } = node.indicator
    const indicator = { name: node.name, nameEn: node.nameEn }
    if (asked !== undefined && !isPositive(target)) {
      add(
        below === null ? `${at}.normalisation` : `${below}${path}.indicator.target`,
        'missing-target',
        sentence('frameworks.missing-target', { indicator }),
      )
    }
    if (ranged && bounds === 'goalposts' && goalposts === null) {
      add(
        below === null ? `${at}.bounds` : `${below}${path}.indicator.goalposts`,
        'missing-goalposts',
        sentence('frameworks.missing-goalposts', { indicator }),
      )
    }
    if (ranged && bounds === 'anchors' && (floor === null || typeof target !== 'number')) {
      const lacks = floor === null ? 'floor' : 'target'
      add(
        below === null ? `${at}.bounds` : `${below}${path}.indicator.${lacks}`,
        'missing-anchors',
        sentence(floor === null ? 'frameworks.anchor-without-floor' : 'frameworks.anchor-without-target', {
          indicator,
        }),
      )
    }
  })
  if ((bounds === 'goalposts' || bounds === 'anchors') && !ranged)
    add(`${at}.bounds`, 'not-applicable', sentence('frameworks.bounds-not-applicable'))
  if (shown === 'moments' && aggregation !== 'arithmetic')
    add(`${at}.aggregation`, 'needs-positive-scores', sentence('frameworks.needs-positive-scores'))
  return faults
}

function isPositive(target: number | readonly [number, number] | null): boolean {
  if (target === null) return false
  return typeof target === 'number' ? target > 0 : target[0] >= 0 && target[1] > 0
}
