/** A framed chart of one or more canvases: the usual way to put a concrete chart on a page. */
import type { ComponentChildren } from 'preact'
import { ChartCanvas } from './ChartCanvas.tsx'
import { ChartFrame, type ChartFrameProps } from './ChartFrame.tsx'
import { picturePanels } from './picture.ts'
import type { Panel, Shared } from './spec.ts'

type Props = Omit<ChartFrameProps, 'picture' | 'children'> &
  Shared & {
    readonly panels: readonly Panel[]
    /** Changes when the kind of chart does: Chart.js cannot change its type in place. */
    readonly kind: string
    readonly foot?: ComponentChildren
  }

export function PanelChart({ panels, kind, foot, activeKey, onActive, onSelect, ...frame }: Props) {
  const columns = panels.length > 1 ? 3 : 1
  return (
    <ChartFrame {...frame} picture={() => picturePanels(panels, columns)}>
      {panels.length === 1 && panels[0] ? (
        <ChartCanvas key={kind} panel={panels[0]} activeKey={activeKey} onActive={onActive} onSelect={onSelect} />
      ) : (
        <div class="chart-panels">
          {panels.map((panel) => (
            <div key={`${kind} ${panel.name}`}>
              <p class="chart-panel-name">{panel.name}</p>
              <ChartCanvas panel={panel} activeKey={activeKey} onActive={onActive} onSelect={onSelect} />
            </div>
          ))}
        </div>
      )}
      {foot}
    </ChartFrame>
  )
}
