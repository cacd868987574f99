/** The national basic public service standard, edition 2021: 9 domains, 22 categories, 80 items. Structure and counts are verified;
 * an item marked false was not seen in print by us and is still to be checked against the official text. */
export interface SeedItem {
  readonly code: string
  readonly name: string
  readonly seenInPrint: boolean
}
export interface SeedCategory {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly items: readonly SeedItem[]
}
export interface SeedDomain {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly categories: readonly SeedCategory[]
}

const item = (code: string, name: string, seenInPrint: boolean): SeedItem => ({ code, name, seenInPrint })

export const DOMAINS_2021: readonly SeedDomain[] = [
  {
    code: '01',
    name: '幼有所育',
    nameEn: 'Childcare',
    categories: [
      {
        code: '0101',
        name: '优孕优生服务',
        nameEn: 'Healthy pregnancy and birth',
        items: [
          item('010101', '农村免费孕前优生健康检查', true),
          item('010102', '孕产妇健康服务', true),
          item('010103', '基本避孕服务', false),
          item('010104', '生育保险', true),
        ],
      },
      {
        code: '0102',
        name: '儿童健康服务',
        nameEn: 'Child health',
        items: [item('010201', '预防接种', true), item('010202', '儿童健康管理', false)],
      },
      {
        code: '0103',
        name: '儿童关爱服务',
        nameEn: 'Child protection',
        items: [
          item('010301', '特殊儿童群体基本生活保障', true),
          item('010302', '困境儿童保障', true),
          item('010303', '农村留守儿童关爱保护', true),
        ],
      },
    ],
  },
  {
    code: '02',
    name: '学有所教',
    nameEn: 'Education',
    categories: [
      {
        code: '0201',
        name: '学前教育助学服务',
        nameEn: 'Preschool aid',
        items: [item('020101', '学前教育幼儿资助', true)],
      },
      {
        code: '0202',
        name: '义务教育服务',
        nameEn: 'Compulsory education',
        items: [
          item('020201', '义务教育阶段免除学杂费', true),
          item('020202', '义务教育免费提供教科书', false),
          item('020203', '义务教育家庭经济困难学生生活补助', true),
          item('020204', '贫困地区学生营养膳食补助', true),
        ],
      },
      {
        code: '0203',
        name: '普通高中助学服务',
        nameEn: 'General senior secondary aid',
        items: [item('020301', '普通高中国家助学金', false), item('020302', '普通高中免学杂费', false)],
      },
      {
        code: '0204',
        name: '中等职业教育助学服务',
        nameEn: 'Secondary vocational aid',
        items: [item('020401', '中等职业教育国家助学金', true), item('020402', '中等职业教育免除学费', false)],
      },
    ],
  },
  {
    code: '03',
    name: '劳有所得',
    nameEn: 'Employment',
    categories: [
      {
        code: '0301',
        name: '就业创业服务',
        nameEn: 'Employment and entrepreneurship',
        items: [
          item('030101', '就业信息服务', true),
          item('030102', '职业介绍、职业指导和创业开业指导', false),
          item('030103', '就业登记与失业登记', false),
          item('030104', '流动人员人事档案管理服务', false),
          item('030105', '就业见习服务', false),
          item('030106', '就业援助', false),
          item('030107', '职业技能培训、鉴定和生活费补贴', false),
          item('030108', '“12333”人力资源和社会保障服务热线电话咨询', false),
          item('030109', '劳动关系协调', true),
          item('030110', '劳动用工保障', false),
        ],
      },
      {
        code: '0302',
        name: '工伤失业保险服务',
        nameEn: 'Work-injury and unemployment insurance',
        items: [item('030201', '失业保险', true), item('030202', '工伤保险', false)],
      },
    ],
  },
  {
    code: '04',
    name: '病有所医',
    nameEn: 'Health care',
    categories: [
      {
        code: '0401',
        name: '公共卫生服务',
        nameEn: 'Public health',
        items: [
          item('040101', '建立居民健康档案', true),
          item('040102', '健康教育与健康素养促进', true),
          item('040103', '传染病及突发公共卫生事件报告和处理', false),
          item('040104', '卫生监督协管服务', false),
          item('040105', '慢性病患者健康管理', false),
          item('040106', '地方病患者健康管理', false),
          item('040107', '严重精神障碍患者健康管理', false),
          item('040108', '结核病患者健康管理', false),
          item('040109', '艾滋病病毒感染者和病人随访管理', false),
          item('040110', '社区易感染艾滋病高危行为人群干预', false),
          item('040111', '基本药物供应保障服务', false),
          item('040112', '食品药品安全保障', false),
        ],
      },
      {
        code: '0402',
        name: '医疗保险服务',
        nameEn: 'Medical insurance',
        items: [item('040201', '职工基本医疗保险', false), item('040202', '城乡居民基本医疗保险', true)],
      },
      {
        code: '0403',
        name: '计划生育扶助服务',
        nameEn: 'Family-planning support',
        items: [
          item('040301', '农村符合条件的计划生育家庭奖励扶助', false),
          item('040302', '计划生育家庭特别扶助', true),
        ],
      },
    ],
  },
  {
    code: '05',
    name: '老有所养',
    nameEn: 'Elderly care',
    categories: [
      {
        code: '0501',
        name: '养老助老服务',
        nameEn: 'Elderly assistance',
        items: [item('050101', '老年人健康管理', false), item('050102', '老年人福利补贴', true)],
      },
      {
        code: '0502',
        name: '养老保险服务',
        nameEn: 'Pension insurance',
        items: [item('050201', '职工基本养老保险', false), item('050202', '城乡居民基本养老保险', false)],
      },
    ],
  },
  {
    code: '06',
    name: '住有所居',
    nameEn: 'Housing',
    categories: [
      {
        code: '0601',
        name: '公租房服务',
        nameEn: 'Public rental housing',
        items: [item('060101', '公租房保障', false)],
      },
      {
        code: '0602',
        name: '住房改造服务',
        nameEn: 'Housing renovation',
        items: [item('060201', '城镇棚户区住房改造', false), item('060202', '农村危房改造', true)],
      },
    ],
  },
  {
    code: '07',
    name: '弱有所扶',
    nameEn: 'Support for the vulnerable',
    categories: [
      {
        code: '0701',
        name: '社会救助服务',
        nameEn: 'Social assistance',
        items: [
          item('070101', '最低生活保障', true),
          item('070102', '特困人员救助供养', true),
          item('070103', '医疗救助', false),
          item('070104', '临时救助', false),
          item('070105', '受灾人员救助', false),
        ],
      },
      {
        code: '0702',
        name: '公共法律服务',
        nameEn: 'Public legal services',
        items: [item('070201', '法律援助', false)],
      },
      {
        code: '0703',
        name: '扶残助残服务',
        nameEn: 'Services for persons with disabilities',
        items: [
          item('070301', '困难残疾人生活补贴和重度残疾人护理补贴', false),
          item('070302', '无业重度残疾人最低生活保障', false),
          item('070303', '残疾人托养服务', false),
          item('070304', '残疾人康复服务', false),
          item('070305', '残疾儿童及青少年教育', false),
          item('070306', '残疾人职业培训和就业服务', false),
          item('070307', '残疾人文化体育服务', false),
          item('070308', '残疾人和老年人无障碍环境建设', false),
        ],
      },
    ],
  },
  {
    code: '08',
    name: '优军服务保障',
    nameEn: 'Services for veterans and military families',
    categories: [
      {
        code: '0801',
        name: '优军优抚服务',
        nameEn: 'Preferential treatment and placement',
        items: [
          item('080101', '优待抚恤', true),
          item('080102', '退役军人安置', true),
          item('080103', '退役军人就业创业服务', true),
          item('080104', '特殊群体集中供养', true),
        ],
      },
    ],
  },
  {
    code: '09',
    name: '文体服务保障',
    nameEn: 'Culture and sports',
    categories: [
      {
        code: '0901',
        name: '公共文化服务',
        nameEn: 'Public culture',
        items: [
          item('090101', '公共文化设施免费开放', true),
          item('090102', '送戏曲下乡', false),
          item('090103', '收听广播', true),
          item('090104', '观看电视', true),
          item('090105', '观赏电影', true),
          item('090106', '读书看报', true),
          item('090107', '少数民族文化服务', true),
        ],
      },
      {
        code: '0902',
        name: '公共体育服务',
        nameEn: 'Public sports',
        items: [item('090201', '公共体育设施开放', false), item('090202', '全民健身服务', true)],
      },
    ],
  },
]
