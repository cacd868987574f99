/** What an import refuses besides the problems of its file; the first five by the state it is in. */
type Dependent = 'changed' | 'population' | 'observed' | 'parent'
/** One line for each kind of thing that rests on the import: its first by name, and how many there are. */
interface Resting {
  readonly kinds: readonly Dependent[]
  readonly names: readonly string[]
  readonly counts: readonly number[]
}

const RESTING: Readonly<Record<Dependent, (what: string) => string>> = {
  changed: (what) => `${what}又有改动`,
  population: (what) => `${what}的人口又有改动`,
  observed: (what) => `新增的${what}已有数据`,
  parent: (what) => `新增的${what}下面又建了地区`,
}

export const imports = {
  ready: '这次导入尚未写入，没有可撤销的内容。',
  committed: '这次导入已经写入，不会再写一次。',
  rejected: '文件有错误，不能写入。请改正后重新上传。',
  discarded: '这次导入已放弃。请重新上传文件。',
  reverted: '这次导入已撤销。如需再次写入，请重新上传文件。',
  'unknown-indicator': ({ code }: { readonly code: string }) =>
    `本市没有代码为“${code}”的指标。请改用本市评价框架中的指标代码；尚未写入。`,
  'unknown-area': ({ code }: { readonly code: string }) =>
    `本市没有代码为“${code}”的地区。请改用本市地区的代码；尚未写入。`,
  'unknown-problem': ({ id }: { readonly id: string }) =>
    `这次导入没有需要说明原因的问题“${id}”。请按导入记录中的问题编号填写；尚未写入。`,
  'reasons-required': '有的值不在通常范围内，写入前请逐项或统一说明原因（reasons 或 reason）。尚未写入。',
  'no-room': (p: { readonly count: number; readonly megabytes: number; readonly days: number }) =>
    `检查后尚未写入的导入最多 ${p.count} 次、共 ${p.megabytes} MB，这次上传放不下，没有保存。请先写入或放弃下列较早的导入，再重新上传；${p.days} 天内没有写入的会自动放弃。`,
  staged: ({ fileName, date }: { readonly fileName: string; readonly date: string }) =>
    `${fileName === '' ? '未命名文件' : fileName}，上传于 ${date}`,
  'areas-changed': '检查之后，有地区或人口被他人改过，没有写入任何内容。请重新上传文件，按现在的内容再检查一次。',
  'reference-deleted': '文件中的某个地区或指标在检查之后被删除了，没有写入任何内容。请重新上传文件再检查一次。',
  'unit-changed': '检查之后，有指标的计量单位改了，没有写入任何内容。请重新上传文件再检查一次。',
  overwritten: ({ written, overwritten }: { readonly written: number; readonly overwritten: number }) =>
    `这次导入写入的 ${written} 个值中，有 ${overwritten} 个后来被其他导入改过，撤销会丢失那些修改，因此没有撤销。请先撤销较晚的导入，或直接上传更正后的文件。`,
  'rested-on': ({ kinds, names, counts }: Resting) => {
    const lines = kinds.map((kind, i) =>
      RESTING[kind](counts[i] === 1 ? `“${names[i]}”` : `“${names[i]}”等 ${counts[i]} 处`),
    )
    const advice = kinds.includes('observed')
      ? '请先撤销写入这些数据的导入。'
      : '请先撤销较晚的导入，或直接上传更正后的文件。'
    return `这次导入之后，${lines.length === 0 ? '地区表又有改动' : lines.join('；')}，撤销会丢失这些内容，因此没有撤销。${advice}`
  },
}
