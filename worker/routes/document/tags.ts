/** The sections of the reference, in reading order, said in both languages. */
export const TAGS = [
  { name: 'Public', description: '已发布的结果，任何人可读。Published results, for anybody.' },
  {
    name: 'Reference',
    description:
      '国家标准目录、试点库、规划目标：随版本发布的参考资料。The national standard, pilots and plan targets: reference data of this release.',
  },
  { name: 'Templates', description: '城市可采用的评价框架模板。Templates of frameworks that a city may adopt.' },
  {
    name: 'Compute',
    description: '无状态计算：不需凭证，不保存任何内容。The engine without memory: no credential, nothing is stored.',
  },
  { name: 'Session', description: '登录、当前身份、退出。Sign in, who am I, sign out.' },
  { name: 'City', description: '一个城市的首页、成员与审计记录。A city’s dashboard, members and audit log.' },
  {
    name: 'Data',
    description: '地区、人口与指标数据。Areas, populations and the values collected for indicators.',
  },
  {
    name: 'Imports',
    description: '上传数据文件：检查、写入、撤销。Files of values: checked, written, taken back.',
  },
  { name: 'Frameworks', description: '评价框架及其版本。Frameworks and their versions.' },
  { name: 'Evaluations', description: '运行评价、查看结果、发布。Run an evaluation, read it, publish it.' },
  { name: 'Keys', description: '组织的 API 密钥。API keys of an organisation.' },
  { name: 'Group', description: '区域协调组。Coordination groups.' },
  { name: 'Assessor', description: '第三方评估机构的任务。Assignments of third-party assessors.' },
  { name: 'Operator', description: '平台运营：组织与运行状况。The platform’s operator: organisations and health.' },
  { name: 'Service', description: '服务状态。Is the service up.' },
] as const

export type TagName = (typeof TAGS)[number]['name']
