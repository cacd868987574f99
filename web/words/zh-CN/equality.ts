/** Sentences about movement of equality over time. */
export default {
  breaksBelow: (list: string) => `所含指标有口径变动，读变化时请留意：${list}。`,
  split: '得分的水平与离散',
  splitText: (from: string, to: string, change: string, level: string, dispersion: string) =>
    `${from}到${to}，得分的基尼系数变化 ${change}：其中平均水平的变化贡献 ${level}，地区间离散的变化贡献 ${dispersion}。这是得分离散，不是均等化程度。`,
  obstacles: '障碍度',
  obstaclesTitle: (area: string, name: string, share: string) => `拖累${area}最多的是“${name}”，占全部失分的 ${share}`,
  obstaclesName: '各指标占失分的比重',
  obstaclesHint: '选一个地区，看哪些指标拖累它最多。',
  obstaclesNone: '这个地区没有失分，或没有得分。',
}
