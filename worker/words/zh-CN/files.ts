/** Files that are no CSV, or too large to be read; beside `too-large` by the format they are in (services/file/foreignFormat.ts). */
export const files = {
  'too-large': ({ megabytes }: { readonly megabytes: number }) =>
    `文件超过 ${megabytes} MB 的上限。请按时期或指标拆成几个文件，分别上传；尚未写入。`,
  'in-a-form': '请以 text/csv 上传 CSV 文件本身，不要放在表单里；尚未写入。',
  excel: '这是 Excel 文件。请在电子表格中打开，另存为“CSV UTF-8（逗号分隔）”后上传；尚未写入。',
  zip: '这是压缩包。请解压后上传其中的 CSV 文件；尚未写入。',
  archive: '这是压缩文件。请解压后上传其中的 CSV 文件；尚未写入。',
  pdf: '这是 PDF 文件，不能直接读取。请把数据整理成 CSV 后上传；尚未写入。',
  image: '这是图片，不能直接读取。请把数据整理成 CSV 后上传；尚未写入。',
}
