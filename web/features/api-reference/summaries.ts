/** What each operation does, in Chinese, by method and path: the document itself speaks English. An operation of a newer server that is
 * not here is shown with its English summary. */
import { locale } from '../../i18n/locale.ts'
import type { Operation } from './operations.ts'

export const SUMMARIES: Readonly<Record<string, string>> = {
  'GET /api/v1/health': '服务是否正常',
  'GET /api/v1/session': '当前登录的是谁',
  'POST /api/v1/session': '登录',
  'DELETE /api/v1/session': '退出登录',
  'GET /api/v1/openapi.json': '本接口的 OpenAPI 文档',
  'POST /api/v1/compute/indices': '一列地区数值的各项离散指数',
  'POST /api/v1/compute/composite': '按评价框架合成：异常值处理、标准化、加权、汇总、排名',
  'POST /api/v1/compute/evaluation': '由完整输入重算一份评价，得到结果与两个摘要',
  'POST /api/v1/compute/weights': '求权重：判断矩阵、数据、多轮专家打分，或两组权重的组合',
  'POST /api/v1/compute/sensitivity': '名次有多可靠：带种子的蒙特卡罗与 Sobol 指数',
  'POST /api/v1/compute/groups': '世界卫生组织的分组不平等汇总指标',
  'POST /api/v1/compute/coupling': '多个系统的耦合协调度',
  'GET /api/v1/templates': '已公布的模板',
  'GET /api/v1/templates/{id}/versions/{version}': '模板的一个版本，含指标树与方法',
  'GET /api/v1/cities/{city}/frameworks': '城市的评价框架',
  'POST /api/v1/cities/{city}/frameworks': '采用一个模板版本，或提交自己的指标树',
  'GET /api/v1/cities/{city}/frameworks/{id}': '一个评价框架：指标树、方法与各版本',
  'PUT /api/v1/cities/{city}/frameworks/{id}': '保存下一版（If-Match 送回所读的 ETag）',
  'GET /api/v1/cities/{city}/frameworks/{id}/diff': '与模板或较早版本的差异',
  'GET /api/v1/cities/{city}/evaluations': '城市的评价，新的在前',
  'POST /api/v1/cities/{city}/evaluations': '运行一次评价',
  'GET /api/v1/cities/{city}/evaluations/{id}': '一份评价：记录、各级节点、序列与提示',
  'DELETE /api/v1/cities/{city}/evaluations/{id}': '删除草稿',
  'GET /api/v1/cities/{city}/evaluations/{id}/periods/{period}': '一个时期的结果',
  'GET /api/v1/cities/{city}/evaluations/{id}/results.csv': '全部时期的结果（CSV）',
  'GET /api/v1/cities/{city}/evaluations/{id}/snapshot': '摘要所覆盖的全部输入',
  'POST /api/v1/cities/{city}/evaluations/{id}/publish': '公布草稿',
  'GET /api/v1/regions': '区域，及参加和已公布的城市数',
  'GET /api/v1/publications': '已公布的结果，新的在前',
  'GET /api/v1/publications/{id}': '一份公开结果：公布的得分、名次与指数',
  'GET /api/v1/comparison': '几个城市的公开数值并列',
  'GET /api/v1/cities/{city}/overview': '总览：最近一次评价、短板在哪里、接下来要做的',
  'GET /api/v1/catalogue': '国家基本公共服务标准',
  'GET /api/v1/catalogue/diff': '2023 年版改了什么',
  'GET /api/v1/pilots': '国家试点及其公布的成效',
  'GET /api/v1/plan-targets': '规划的 2025 年目标',
  'GET /api/v1/cities/{city}/members': '城市的成员',
  'GET /api/v1/cities/{city}/audit': '城市的操作记录',
  'GET /api/v1/organisations/{org}/keys': '单位的接口密钥',
  'POST /api/v1/organisations/{org}/keys': '建立密钥；只显示一次',
  'DELETE /api/v1/organisations/{org}/keys/{id}': '撤销密钥',
  'GET /api/v1/groups/{group}': '成员城市及各自公布的结果',
  'GET /api/v1/assignments': '本评估机构的任务',
  'GET /api/v1/operator/organisations': '全部单位',
  'POST /api/v1/operator/organisations': '建立城市、协调组或评估机构及其第一位成员',
  'GET /api/v1/operator/health': '各区域数据库与转送的状态',
  'GET /api/v1/cities/{city}/areas': '城市的地区',
  'PUT /api/v1/cities/{city}/areas': '按代码新增或修改地区，要么全部写入，要么都不写',
  'DELETE /api/v1/cities/{city}/areas/{code}': '删除没有下级和数值的地区',
  'POST /api/v1/cities/{city}/areas/csv': '上传、检查并暂存一份地区与人口 CSV',
  'GET /api/v1/cities/{city}/populations': '各地区各时期的人口',
  'PUT /api/v1/cities/{city}/populations': '新增或修改人口，要么全部写入，要么都不写',
  'GET /api/v1/cities/{city}/observations': '一个时期的数值：矩阵，或以 Accept: text/csv 取长表',
  'GET /api/v1/cities/{city}/observations/completeness': '各指标各时期的完整情况',
  'GET /api/v1/cities/{city}/observations/template.csv': '待填写的空白 CSV',
  'GET /api/v1/cities/{city}/imports': '导入记录，新的在前',
  'POST /api/v1/cities/{city}/imports': '上传、检查并暂存一份数值 CSV',
  'GET /api/v1/cities/{city}/imports/{id}': '一次导入及其问题',
  'DELETE /api/v1/cities/{city}/imports/{id}': '放弃暂存的导入',
  'POST /api/v1/cities/{city}/imports/{id}/commit': '写入全部，或都不写',
  'POST /api/v1/cities/{city}/imports/{id}/revert': '撤回已写入的导入',
}

/** The summary in the reader's language, with the language it is in. */
export function summaryOf(operation: Operation): { readonly text: string; readonly lang: 'zh-CN' | 'en' } {
  const chinese = SUMMARIES[`${operation.method} ${operation.route}`]
  return locale.value === 'en' || chinese === undefined
    ? { text: operation.raw.summary ?? '', lang: 'en' }
    : { text: chinese, lang: 'zh-CN' }
}
