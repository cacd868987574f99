/** The one gate of computePanel, computeComposite and prepareComposite: throws every fault of the request at once. */
import type { PanelRequest } from '../composite.types.ts'
import { type IndexedFramework, indexTree } from '../tree/indexTree.ts'
import { checkFramework } from './checkFramework.ts'
import { checkMethod } from './checkMethod.ts'
import { checkNames, checkValues } from './checkValues.ts'
import { Faults } from './faults.ts'

/** Edge policy: faults of the framework stop the checks that need it. `single`: paths read values.X[i], not
 * values.X[t][i]. O(cells). Example: an unknown indicator throws EngineInputError with path `values.I99`. */
export function checkPanel(request: PanelRequest, single: boolean): IndexedFramework {
  const faults = new Faults()
  checkNames(request.areas, 'areas', faults)
  if (!single) checkNames(request.periods, 'periods', faults)
  checkFramework(request.framework, faults)
  faults.throwIfAny()
  const framework = indexTree(request.framework)
  checkMethod(request.method, framework, request.periods.length, faults)
  // One period has nothing to pool with: taken as its own sample it would say “comparable over time” of scores that are not.
  if (single && request.method?.bounds === 'pooled')
    faults.add(
      'method.bounds',
      'needs-periods',
      'one period cannot be pooled; use sample, goalposts, anchors or explicit bounds, or /compute/evaluation for several periods',
    )
  const codes = framework.leaves.map((leaf) => leaf.code)
  checkValues(request.values, codes, request.areas.length, request.periods.length, single, faults)
  faults.throwIfAny()
  return framework
}
