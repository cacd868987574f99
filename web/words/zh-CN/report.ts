/** Words of the printed report. */
export default {
  open: '打印 / 导出 PDF',
  print: '打印或存为 PDF',
  back: '返回',
  hint: 'A4 纵向。在打印窗口中选择“另存为 PDF”即得到文件。',
  headline: '概况',
  ranking: '各地区得分与名次',
  equality: '均等化',
  gaps: '短板：与目标的差距',
  domains: '各领域',
  parts: '差距从哪里来',
  values: '各地区各指标的数值',
  method: '方法与来源',
  firstBars: (shown: number, all: number) => `图中为前 ${shown} 位；全部 ${all} 个地区见下表。`,
  versionOf: (n: number) => `评价框架第 ${n} 版`,
}
