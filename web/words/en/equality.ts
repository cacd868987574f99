/** Sentences about movement of equality over time. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/equality.ts'

export default {
  breaksBelow: (list) => `Definitions changed in indicators below, mind them when reading the change: ${list}.`,
  split: 'Level and dispersion of scores',
  splitText: (from, to, change, level, dispersion) =>
    `From ${from} to ${to} the Gini coefficient of scores changed by ${change}: ${level} from the level, ${dispersion} from the dispersion among areas. This is dispersion of scores and no degree of equality.`,
  obstacles: 'Obstacle degree',
  obstaclesTitle: (area, name, share) => `What holds ${area} back most is “${name}”: ${share} of all points lost`,
  obstaclesName: 'Share of points lost, by indicator',
  obstaclesHint: 'Choose an area to see which indicators hold it back most.',
  obstaclesNone: 'This area loses no points, or has no score.',
} satisfies Words<typeof zh>
