/** 74 indicators for the seed frameworks: 56 of supply over all 22 categories, 7 of policy environment, 11 of satisfaction. Our own
 * selection of common statistics. low/high are our estimates of where values usually lie, for anchors, plausibility checks and
 * demonstration data, not statistics. A target of kind `plan` is the 2025 value of the 14th five-year plan for public services; one of
 * kind `estimated` is ours. `bounds`: the two ends of a share or score, null for a ratio scale (a true zero, no upper end). */
export interface SeedIndicator {
  readonly code: string; readonly category: string; readonly name: string; readonly nameEn: string; readonly unit: string
  readonly direction: 'benefit' | 'cost'; readonly numerator: string; readonly denominator: string; readonly department: string
  readonly layer: string; readonly target: number | null; readonly targetKind: 'plan' | 'estimated' | null; readonly low: number; readonly high: number
  readonly bounds: readonly [number, number] | null
  /** Where the number misleads, in Chinese; empty when nothing is known. */
  readonly caution: string
  readonly dimension: 'supply' | 'policy' | 'satisfaction'
}

type Row = readonly [code: string, category: string, name: string, nameEn: string, unit: string, direction: SeedIndicator['direction'], numerator: string, denominator: string, department: string, layer: string, target: number | null, targetKind: SeedIndicator['targetKind'], low: number, high: number, bounds: SeedIndicator['bounds'], caution: string, dimension: SeedIndicator['dimension']]

const ROWS: readonly Row[] = [
  ['0101-1', '0101', '孕产妇系统管理率', 'Maternal systematic management rate', '%', 'benefit', '接受系统管理的产妇数', '活产数', '卫生健康', '基础', null, null, 85, 99, [0, 100], '', 'supply'],
  ['0101-2', '0101', '孕前优生健康检查目标人群覆盖率', 'Pre-pregnancy check coverage', '%', 'benefit', '接受免费孕前检查人数', '计划怀孕目标人数', '卫生健康', '基础', null, null, 70, 100, [0, 100], '', 'supply'],
  ['0101-3', '0101', '孕产妇死亡率', 'Maternal mortality ratio', '1/10万', 'cost', '孕产妇死亡数', '活产数', '卫生健康', '民生', null, null, 0, 25, null, '县级分娩数少，单年为噪声：建议三年合并或小数抑制', 'supply'],
  ['0102-1', '0102', '3岁以下儿童系统管理率', 'Under-3 child systematic management rate', '%', 'benefit', '接受系统管理的3岁以下儿童数', '3岁以下儿童数', '卫生健康', '基础', null, null, 85, 99, [0, 100], '', 'supply'],
  ['0102-2', '0102', '适龄儿童国家免疫规划疫苗接种率', 'National immunisation programme coverage', '%', 'benefit', '按程序接种儿童数', '应接种儿童数', '疾控', '基础', null, null, 90, 100, [0, 100], '', 'supply'],
  ['0103-1', '0103', '每千人口拥有3岁以下婴幼儿托位数', 'Nursery places per 1,000 residents', '个/千人', 'benefit', '3岁以下托位数', '常住人口', '卫生健康', '发展', 4.5, 'plan', 1.5, 7, null, '', 'supply'],
  ['0103-2', '0103', '孤儿和事实无人抚养儿童保障覆盖率', 'Support coverage of orphans and de facto unattended children', '%', 'benefit', '纳入保障儿童数', '符合条件儿童数', '民政', '基础', 100, 'plan', 95, 100, [0, 100], '', 'supply'],
  ['0201-1', '0201', '学前教育毛入园率', 'Gross pre-school enrolment', '%', 'benefit', '在园幼儿数', '3-5岁人口', '教育', '基础', 90, 'plan', 75, 105, null, '', 'supply'],
  ['0201-2', '0201', '普惠性幼儿园覆盖率', 'Share of children in affordable kindergartens', '%', 'benefit', '普惠园在园幼儿数', '在园幼儿数', '教育', '民生', null, null, 70, 98, [0, 100], '', 'supply'],
  ['0202-1', '0202', '九年义务教育巩固率', 'Nine-year compulsory education retention', '%', 'benefit', '初中毕业班学生数', '九年前小学入学数', '教育', '基础', 96, 'plan', 88, 100, [0, 100], '', 'supply'],
  ['0202-2', '0202', '小学生师比', 'Primary pupil-teacher ratio', '生/师', 'cost', '小学在校生数', '小学专任教师数', '教育', '民生', null, null, 12, 22, null, '', 'supply'],
  ['0202-3', '0202', '义务教育学校校际综合差异系数', 'Between-school dispersion of compulsory education resources', '系数', 'cost', '', '', '教育', '民生', null, null, 0.2, 0.8, null, '', 'supply'],
  ['0202-4', '0202', '随迁子女公办学校就读比例', 'Migrant children in public schools', '%', 'benefit', '公办校就读随迁子女数', '随迁子女数', '教育', '民生', null, null, 70, 99, [0, 100], '', 'supply'],
  ['0203-1', '0203', '高中阶段教育毛入学率', 'Gross senior secondary enrolment', '%', 'benefit', '高中阶段在校生数', '15-17岁人口', '教育', '发展', 92, 'plan', 80, 105, null, '', 'supply'],
  ['0204-1', '0204', '中等职业教育免学费政策落实率', 'Vocational tuition waiver delivered', '%', 'benefit', '享受免学费学生数', '符合条件学生数', '教育', '基础', 100, 'estimated', 92, 100, [0, 100], '', 'supply'],
  ['0301-1', '0301', '城镇调查失业率', 'Surveyed urban unemployment rate', '%', 'cost', '失业人口', '经济活动人口', '人社', '民生', null, null, 3, 8, [0, 100], '调查失业率不按县公布；县级数据须说明来源', 'supply'],
  ['0301-2', '0301', '就业困难人员就业援助覆盖率', 'Employment assistance coverage', '%', 'benefit', '获援助就业困难人员数', '登记就业困难人员数', '人社', '基础', 100, 'estimated', 75, 100, [0, 100], '', 'supply'],
  ['0301-3', '0301', '每万劳动者补贴性职业技能培训人次', 'Subsidised skills training per 10,000 workers', '人次/万人', 'benefit', '补贴性培训人次', '劳动年龄人口', '人社', '发展', null, null, 80, 400, null, '', 'supply'],
  ['0301-4', '0301', '劳动人事争议仲裁按期结案率', 'Labour disputes closed in time', '%', 'benefit', '按期结案数', '应结案数', '人社', '基础', null, null, 88, 100, [0, 100], '', 'supply'],
  ['0302-1', '0302', '失业保险参保率', 'Unemployment insurance coverage', '%', 'benefit', '参保人数', '应参保人数', '人社', '基础', null, null, 60, 98, [0, 100], '', 'supply'],
  ['0302-2', '0302', '工伤保险参保率', 'Work-injury insurance coverage', '%', 'benefit', '参保人数', '应参保人数', '人社', '基础', null, null, 65, 99, [0, 100], '', 'supply'],
  ['0401-1', '0401', '每千人口执业(助理)医师数', 'Licensed (assistant) doctors per 1,000', '人/千人', 'benefit', '执业(助理)医师数', '常住人口', '卫生健康', '基础', 3.2, 'plan', 1.8, 5.5, null, '区域医疗中心服务本地以外人口，按常住人口会高估', 'supply'],
  ['0401-2', '0401', '每千人口注册护士数', 'Registered nurses per 1,000', '人/千人', 'benefit', '注册护士数', '常住人口', '卫生健康', '基础', 3.8, 'plan', 2, 6, null, '区域医疗中心服务本地以外人口，按常住人口会高估', 'supply'],
  ['0401-3', '0401', '每千人口医疗卫生机构床位数', 'Hospital and clinic beds per 1,000', '张/千人', 'benefit', '床位数', '常住人口', '卫生健康', '基础', null, null, 4, 9, null, '区域医疗中心服务本地以外人口，按常住人口会高估', 'supply'],
  ['0401-4', '0401', '居民电子健康档案建档率', 'Electronic health record coverage', '%', 'benefit', '建档人数', '常住人口', '卫生健康', '基础', null, null, 75, 98, [0, 100], '', 'supply'],
  ['0401-5', '0401', '高血压患者规范管理率', 'Hypertension standard management rate', '%', 'benefit', '规范管理人数', '在管人数', '卫生健康', '民生', null, null, 60, 92, [0, 100], '', 'supply'],
  ['0401-6', '0401', '15分钟基层医疗服务可及人口覆盖率', 'Population within 15 minutes of primary care', '%', 'benefit', '15分钟可及人口', '常住人口', '卫生健康', '民生', null, null, 65, 100, [0, 100], '', 'supply'],
  ['0402-1', '0402', '基本医疗保险参保率', 'Basic medical insurance coverage', '%', 'benefit', '参保人数', '应参保人数', '医保', '基础', 95, 'plan', 88, 100, [0, 100], '', 'supply'],
  ['0402-2', '0402', '居民医保政策范围内住院费用报销比例', 'In-policy inpatient reimbursement', '%', 'benefit', '统筹基金支付额', '政策范围内费用', '医保', '民生', null, null, 62, 82, [0, 100], '', 'supply'],
  ['0403-1', '0403', '计划生育家庭特别扶助发放率', 'Special family support delivered', '%', 'benefit', '实发人数', '应发人数', '卫生健康', '基础', 100, 'estimated', 95, 100, [0, 100], '', 'supply'],
  ['0501-1', '0501', '养老机构护理型床位占比', 'Nursing-type beds in elderly care', '%', 'benefit', '护理型床位数', '养老机构床位数', '民政', '发展', 55, 'plan', 35, 75, [0, 100], '', 'supply'],
  ['0501-2', '0501', '65岁及以上老年人健康管理率', 'Health management of residents 65+', '%', 'benefit', '接受健康管理人数', '65岁及以上人口', '卫生健康', '基础', null, null, 55, 90, [0, 100], '', 'supply'],
  ['0501-3', '0501', '每千名老年人养老床位数', 'Care beds per 1,000 elderly', '张/千人', 'benefit', '养老床位数', '60岁及以上人口', '民政', '基础', null, null, 18, 50, null, '', 'supply'],
  ['0501-4', '0501', '居家社区养老服务设施村(社区)覆盖率', 'Community elderly-care facility coverage', '%', 'benefit', '有设施的村(社区)数', '村(社区)总数', '民政', '民生', null, null, 50, 100, [0, 100], '', 'supply'],
  ['0502-1', '0502', '基本养老保险参保率', 'Basic pension coverage', '%', 'benefit', '参保人数', '应参保人数', '人社', '基础', 95, 'plan', 85, 100, [0, 100], '', 'supply'],
  ['0502-2', '0502', '城乡居民养老金与城乡低保标准之比', 'Resident pension to subsistence standard', '倍', 'benefit', '月均居民养老金', '月低保标准', '人社', '民生', null, null, 0.2, 0.7, null, '', 'supply'],
  ['0601-1', '0601', '公租房申请家庭保障率', 'Public rental applicants housed', '%', 'benefit', '已保障家庭数', '符合条件申请家庭数', '住建', '基础', 100, 'plan', 80, 100, [0, 100], '', 'supply'],
  ['0601-2', '0601', '公租房轮候时间', 'Waiting time for public rental housing', '月', 'cost', '', '', '住建', '民生', null, null, 1, 24, null, '', 'supply'],
  ['0602-1', '0602', '农村低收入群体住房安全保障率', 'Safe housing of rural low-income households', '%', 'benefit', '住房安全户数', '符合条件户数', '住建', '基础', 100, 'plan', 95, 100, [0, 100], '', 'supply'],
  ['0602-2', '0602', '城镇老旧小区改造完成率', 'Old neighbourhoods renovated', '%', 'benefit', '已改造小区数', '应改造小区数', '住建', '发展', null, null, 30, 100, [0, 100], '', 'supply'],
  ['0701-1', '0701', '最低生活保障标准与居民人均消费支出之比', 'Subsistence standard to consumption', '%', 'benefit', '年低保标准', '居民人均消费支出', '民政', '民生', null, null, 25, 50, [0, 100], '', 'supply'],
  ['0701-2', '0701', '城乡低保标准比', 'Urban to rural subsistence standard', '倍', 'cost', '城市低保标准', '农村低保标准', '民政', '民生', 1, 'estimated', 1, 1.6, null, '', 'supply'],
  ['0701-3', '0701', '临时救助按时办结率', 'Temporary relief decided in time', '%', 'benefit', '按时办结件数', '受理件数', '民政', '基础', null, null, 85, 100, [0, 100], '', 'supply'],
  ['0702-1', '0702', '法律援助申请按期审查率', 'Legal aid decided in time', '%', 'benefit', '按期审查件数', '申请件数', '司法', '基础', null, null, 88, 100, [0, 100], '', 'supply'],
  ['0703-1', '0703', '残疾人两项补贴目标人群覆盖率', 'Disability allowances coverage', '%', 'benefit', '领取人数', '符合条件人数', '民政', '基础', 100, 'plan', 92, 100, [0, 100], '', 'supply'],
  ['0703-2', '0703', '残疾人康复服务覆盖率', 'Rehabilitation service coverage', '%', 'benefit', '接受康复服务残疾人数', '有需求残疾人数', '残联', '民生', null, null, 70, 99, [0, 100], '', 'supply'],
  ['0703-3', '0703', '公共建筑无障碍设施达标率', 'Accessible public buildings', '%', 'benefit', '达标建筑数', '应建建筑数', '住建', '发展', null, null, 40, 95, [0, 100], '', 'supply'],
  ['0801-1', '0801', '退役军人服务中心(站)覆盖率', 'Veterans\' service station coverage', '%', 'benefit', '有服务站的村(社区)数', '村(社区)总数', '退役军人', '基础', 100, 'estimated', 90, 100, [0, 100], '', 'supply'],
  ['0801-2', '0801', '退役军人年度专场招聘会场次', 'Job fairs for veterans a year', '场/年', 'benefit', '', '', '退役军人', '基础', 2, 'estimated', 0, 8, null, '无分母的计数，地区间不可比；建议按服务对象人数', 'supply'],
  ['0801-3', '0801', '优抚对象抚恤补助按时发放率', 'Benefits paid in time', '%', 'benefit', '按时发放人数', '应发放人数', '退役军人', '基础', 100, 'estimated', 95, 100, [0, 100], '', 'supply'],
  ['0901-1', '0901', '每万人公共文化设施建筑面积', 'Public culture floor area per 10,000', '平方米/万人', 'benefit', '公共文化设施面积', '常住人口', '文旅', '基础', null, null, 250, 1500, null, '', 'supply'],
  ['0901-2', '0901', '人均公共图书馆藏书量', 'Library books per resident', '册/人', 'benefit', '藏书量', '常住人口', '文旅', '基础', null, null, 0.4, 2.5, null, '', 'supply'],
  ['0901-3', '0901', '村(社区)综合性文化服务中心达标率', 'Village culture centres up to standard', '%', 'benefit', '达标中心数', '村(社区)总数', '文旅', '民生', null, null, 60, 100, [0, 100], '', 'supply'],
  ['0901-4', '0901', '广播节目综合人口覆盖率', 'Radio coverage', '%', 'benefit', '覆盖人口', '总人口', '广电', '基础', null, null, 97, 100, [0, 100], '', 'supply'],
  ['0902-1', '0902', '人均体育场地面积', 'Sports area per resident', '平方米/人', 'benefit', '体育场地面积', '常住人口', '体育', '基础', 2.6, 'plan', 1.5, 4.2, null, '', 'supply'],
  ['0902-2', '0902', '公共体育设施免费或低收费开放率', 'Sports facilities open free or cheap', '%', 'benefit', '开放设施数', '应开放设施数', '体育', '民生', 100, 'estimated', 70, 100, [0, 100], '', 'supply'],
  ['P01-1', 'P01', '服务事项清单公开率', 'Service list items published', '%', 'benefit', '公开事项数', '清单事项数', '发改', '基础', 100, 'estimated', 70, 100, [0, 100], '', 'policy'],
  ['P01-2', 'P01', '地方配套标准覆盖率', 'Local standards coverage', '%', 'benefit', '有配套标准的事项数', '清单事项数', '市场监管', '发展', null, null, 40, 100, [0, 100], '', 'policy'],
  ['P02-1', 'P02', '基本公共服务财政支出占一般公共预算支出比重', 'Share of budget on basic public services', '%', 'benefit', '基本公共服务支出', '一般公共预算支出', '财政', '基础', null, null, 30, 60, [0, 100], '', 'policy'],
  ['P02-2', 'P02', '人均基本公共服务财政支出', 'Spending per resident on basic public services', '元/人', 'benefit', '基本公共服务支出', '常住人口', '财政', '基础', null, null, 3000, 14000, null, '支出本身不是目标；作情境指标，不计入得分亦可', 'policy'],
  ['P03-1', 'P03', '政务服务事项限时办结率', 'Services decided in time', '%', 'benefit', '限时办结件数', '办件数', '政务服务', '基础', null, null, 85, 100, [0, 100], '', 'policy'],
  ['P03-2', 'P03', '跨域通办事项占比', 'Cross-region services', '%', 'benefit', '跨域通办事项数', '政务服务事项数', '政务服务', '发展', null, null, 20, 90, [0, 100], '', 'policy'],
  ['P04-1', 'P04', '督查问题按期整改率', 'Findings rectified in time', '%', 'benefit', '按期整改问题数', '督查问题数', '督查', '民生', null, null, 65, 100, [0, 100], '', 'policy'],
  ['S01-1', 'S01', '幼有所育群众满意度', 'Satisfaction: domain 01', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S02-1', 'S02', '学有所教群众满意度', 'Satisfaction: domain 02', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S03-1', 'S03', '劳有所得群众满意度', 'Satisfaction: domain 03', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S04-1', 'S04', '病有所医群众满意度', 'Satisfaction: domain 04', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S05-1', 'S05', '老有所养群众满意度', 'Satisfaction: domain 05', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S06-1', 'S06', '住有所居群众满意度', 'Satisfaction: domain 06', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S07-1', 'S07', '弱有所扶群众满意度', 'Satisfaction: domain 07', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S08-1', 'S08', '优军服务保障群众满意度', 'Satisfaction: domain 08', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S09-1', 'S09', '文体服务保障群众满意度', 'Satisfaction: domain 09', '分', 'benefit', '', '', '第三方', '民生', null, null, 70, 97, [0, 100], '', 'satisfaction'],
  ['S10-1', 'S10', '服务便利度(获得服务时间可接受者占比)', 'Convenience: share finding time to service acceptable', '%', 'benefit', '', '', '第三方', '民生', null, null, 60, 95, [0, 100], '', 'satisfaction'],
  ['S10-2', 'S10', '服务知晓率', 'Awareness of services', '%', 'benefit', '', '', '第三方', '民生', null, null, 50, 95, [0, 100], '', 'satisfaction'],
]

export const INDICATORS: readonly SeedIndicator[] = ROWS.map(([code, category, name, nameEn, unit, direction, numerator, denominator, department, layer, target, targetKind, low, high, bounds, caution, dimension]) => ({ code, category, name, nameEn, unit, direction, numerator, denominator, department, layer, target, targetKind, low, high, bounds, caution, dimension }))
