/** The templates every deployment is seeded with. A published version never changes: an edit here needs a new version, and
 * test/unit/seed/templates.test.ts holds the digests of those already out. */
import { anchoredMethod, leaves, nationalDomains } from './branches.ts'
import type { FrameworkBody, TreeNode } from '../../../worker/contract/frameworks.ts'

export interface SeedTemplate {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly nameEn: string
  readonly summary: string
  readonly summaryEn: string
  readonly version: number
  readonly notes: string
  readonly body: FrameworkBody
}

const ANCHORS_ZH =
  '得分按功效系数法计算：达到标准或规划目标得 100 分，处于不允许值得 60 分，不取决于其他地区或年份；没有标准或规划目标的指标用本产品估计的参照值，并逐项注明。'
const ANCHORS_EN =
  'Scores follow the efficacy form: meeting a standard or planned target scores 100, standing at the floor 60, whatever other areas or years do. Indicators without such a target use our own estimates and say so one by one.'

const NOTES =
  '得分改为功效系数法，锚点注明性质与出处；增列实现度；均等化程度由各指标原始值计算 · efficacy scores with sourced anchors, realization, equality from raw values'

const category = (code: string, name: string, nameEn: string, weight: number, children: TreeNode[]): TreeNode => ({
  code,
  name,
  nameEn,
  kind: 'category',
  weight,
  children,
})

export const SEED_TEMPLATES: readonly SeedTemplate[] = [
  {
    id: 'tpl_national_supply',
    slug: 'national-supply',
    name: '国家基本公共服务框架（9 领域 22 类别）',
    nameEn: 'National framework (9 domains, 22 categories)',
    summary: `按国家基本公共服务标准的 9 个领域、22 个类别，用 56 项供给指标评价各区县的服务水平与均等化程度。${ANCHORS_ZH}`,
    summaryEn: `56 indicators of supply along the 9 domains and 22 categories of the national standard. ${ANCHORS_EN}`,
    version: 2,
    notes: NOTES,
    body: {
      root: {
        code: 'NBPS',
        name: '基本公共服务综合得分',
        nameEn: 'Basic public services, overall score',
        kind: 'root',
        weight: 1,
        children: nationalDomains(),
      },
      method: anchoredMethod(0.2),
    },
  },
  {
    id: 'tpl_three_dimensions',
    slug: 'three-dimensions',
    name: '三维框架（政策环境 · 供给水平 · 群众满意度）',
    nameEn: 'Three dimensions (policy, supply, satisfaction)',
    summary: `从政策环境、供给水平、群众满意度三个维度，用 74 项指标评价；维度权重 2:5:3 为本产品建议，可用德尔菲法或层次分析法重新确定。${ANCHORS_ZH}`,
    summaryEn: `74 indicators in three dimensions: policy environment, supply level, public satisfaction. Their weights 2:5:3 are our proposal, to be settled by Delphi or AHP. ${ANCHORS_EN}`,
    version: 2,
    notes: NOTES,
    body: {
      root: {
        code: 'EBPS3',
        name: '基本公共服务综合得分（三维）',
        nameEn: 'Basic public services, overall score (three dimensions)',
        kind: 'root',
        weight: 1,
        children: [
          {
            code: 'P',
            name: '政策环境',
            nameEn: 'Policy environment',
            kind: 'dimension',
            weight: 2,
            children: [
              category(
                'P01',
                '清单与标准',
                'Lists and standards',
                1,
                leaves((i) => i.category === 'P01'),
              ),
              category(
                'P02',
                '财政保障',
                'Funding',
                1,
                leaves((i) => i.category === 'P02'),
              ),
              category(
                'P03',
                '便利可及',
                'Ease of access',
                1,
                leaves((i) => i.category === 'P03'),
              ),
              category(
                'P04',
                '督查整改',
                'Supervision and rectification',
                1,
                leaves((i) => i.category === 'P04'),
              ),
            ],
          },
          {
            code: 'L',
            name: '供给水平',
            nameEn: 'Supply level',
            kind: 'dimension',
            weight: 5,
            children: nationalDomains(),
          },
          {
            code: 'S',
            name: '群众满意度',
            nameEn: 'Public satisfaction',
            kind: 'dimension',
            weight: 3,
            children: [
              category(
                'S00',
                '分领域满意度',
                'Satisfaction by domain',
                3,
                leaves((i) => /^S0[1-9]$/.test(i.category)),
              ),
              category(
                'S10',
                '便利与知晓',
                'Convenience and awareness',
                1,
                leaves((i) => i.category === 'S10'),
              ),
            ],
          },
        ],
      },
      method: anchoredMethod(0.1),
    },
  },
  {
    id: 'tpl_joint_health',
    slug: 'joint-health',
    name: '区域联合医疗卫生指标集',
    nameEn: 'Joint health indicator set for a region',
    summary: `跨市医疗卫生协调联动可共用的 14 项指标：妇幼健康、基层与公共卫生、医疗保障、老年健康。各成员采用同一版本，即可逐项对照。${ANCHORS_ZH}`,
    summaryEn: `14 indicators that cities coordinating their health services can share: mothers and children, primary care and public health, medical insurance, healthy ageing. Members that adopt the same version can be compared item by item. ${ANCHORS_EN}`,
    version: 2,
    notes: NOTES,
    body: {
      root: {
        code: 'JH',
        name: '联合医疗卫生综合得分',
        nameEn: 'Health services, joint overall score',
        kind: 'root',
        weight: 1,
        children: [
          category(
            'JH1',
            '妇幼健康',
            'Mothers and children',
            1,
            leaves((i) => ['0101-1', '0101-2', '0101-3', '0102-1', '0102-2'].includes(i.code)),
          ),
          category(
            'JH2',
            '基层与公共卫生',
            'Primary care and public health',
            2,
            leaves((i) => i.category === '0401'),
          ),
          category(
            'JH3',
            '医疗保障',
            'Medical insurance',
            1,
            leaves((i) => i.category === '0402'),
          ),
          category(
            'JH4',
            '老年健康',
            'Healthy ageing',
            1,
            leaves((i) => i.code === '0501-2'),
          ),
        ],
      },
      method: anchoredMethod(0.2),
    },
  },
]
