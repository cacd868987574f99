/** Sentences about movement of equality over time. */
import { dictionary } from './dictionary.ts'

export const equalityWords = dictionary({
  breaksBelow: (list: string) => [
    `所含指标有口径变动，读变化时请留意：${list}。`,
    `Definitions changed in indicators below, mind them when reading the change: ${list}.`,
  ],
  split: ['得分的水平与离散', 'Level and dispersion of scores'],
  splitText: (from: string, to: string, change: string, level: string, dispersion: string) => [
    `${from}到${to}，得分的基尼系数变化 ${change}：其中平均水平的变化贡献 ${level}，地区间离散的变化贡献 ${dispersion}。这是得分离散，不是均等化程度。`,
    `From ${from} to ${to} the Gini coefficient of scores changed by ${change}: ${level} from the level, ${dispersion} from the dispersion among areas. This is dispersion of scores and no degree of equality.`,
  ],
  obstacles: ['障碍度', 'Obstacle degree'],
  obstaclesTitle: (area: string, name: string, share: string) => [
    `拖累${area}最多的是“${name}”，占全部失分的 ${share}`,
    `What holds ${area} back most is “${name}”: ${share} of all points lost`,
  ],
  obstaclesName: ['各指标占失分的比重', 'Share of points lost, by indicator'],
  obstaclesHint: ['选一个地区，看哪些指标拖累它最多。', 'Choose an area to see which indicators hold it back most.'],
  obstaclesNone: ['这个地区没有失分，或没有得分。', 'This area loses no points, or has no score.'],
})
