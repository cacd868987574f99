/** Sentences about movement of equality over time. */
import { dictionary } from './dictionary.ts'

export const equalityWords = dictionary({
  sigma: ['σ 收敛', 'σ-convergence'],
  sigmaShort: [
    '有数值的时期不足五个，只描述，不检验。',
    'Fewer than five periods have a value: described, not tested.',
  ],
  'sigma.converging': (from: string, to: string) => [
    `变异系数由 ${from} 降至 ${to}，下降趋势显著（Mann–Kendall，5%）。`,
    `The coefficient of variation fell from ${from} to ${to}; the fall is beyond chance (Mann–Kendall, 5%).`,
  ],
  'sigma.diverging': (from: string, to: string) => [
    `变异系数由 ${from} 升至 ${to}，上升趋势显著（Mann–Kendall，5%）。`,
    `The coefficient of variation rose from ${from} to ${to}; the rise is beyond chance (Mann–Kendall, 5%).`,
  ],
  'sigma.no-trend': (from: string, to: string) => [
    `变异系数由 ${from} 变为 ${to}，没有显著趋势（Mann–Kendall，5%）。`,
    `The coefficient of variation went from ${from} to ${to}, without a significant trend (Mann–Kendall, 5%).`,
  ],
  split: ['水平与离散', 'Level and dispersion'],
  splitText: (from: string, to: string, change: string, level: string, dispersion: string) => [
    `${from}到${to}，基尼系数变化 ${change}：其中平均水平的变化贡献 ${level}，地区间离散的变化贡献 ${dispersion}。`,
    `From ${from} to ${to} the Gini coefficient changed by ${change}: ${level} from the level, ${dispersion} from the dispersion among areas.`,
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
