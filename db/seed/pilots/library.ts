/** National pilots of the 2024 assessment with the results their authorities published: rows 1–24 of the public list. */
import type { PilotLibrary } from '../../../worker/routes/public/schema.ts'

type Pilot = PilotLibrary['pilots'][number]
const PILOTS: readonly Pilot[] = [
  {
    no: 1, province: '北京', name: '通武廊医疗卫生协调联动基本公共服务标准化试点', body: '北京市通州区人民政府', type: 'regional', domains: ['病有所医'],
    results: [
      { metric: '引用标准', value: 123, unit: '项' },
      { metric: '协同标准', value: 20, unit: '项' },
      { metric: '标准化代谢性疾病管理中心', value: 31, unit: '个' },
      { metric: '管理糖尿病患者', value: 11100, unit: '人' },
    ],
  },
  {
    no: 2, province: '北京', name: '北京市西城区巡视探访基本公共服务标准化专项试点', body: '北京市西城区人民政府', type: 'special', domains: ['老有所养'],
    results: [
      { metric: '标准', value: 36, unit: '项' },
      { metric: '覆盖社区', value: 263, unit: '个' },
      { metric: '基本养老服务对象签约', value: 6574, unit: '名' },
      { metric: '愿签尽签率', value: 100, unit: '%' },
      { metric: '呼叫服务', value: 3.27, unit: '万次' },
      { metric: 'SOS呼叫', value: 3261, unit: '次' },
      { metric: '累计服务', value: 25.2, unit: '万人次' },
    ],
  },
  {
    no: 3, province: '北京', name: '北京市丰台区养老服务基本公共服务标准化专项试点', body: '北京市丰台区人民政府', type: 'special', domains: ['老有所养', '病有所医'],
    results: [
      { metric: '服务事项', value: 15, unit: '项' },
      { metric: '标准', value: 60, unit: '项' },
      { metric: '新制定标准', value: 25, unit: '项' },
      { metric: '覆盖社区卫生服务中心', value: 21, unit: '个' },
      { metric: '老年人签约率', before: 71.42, after: 96.03, unit: '%' },
    ],
  },
  {
    no: 4, province: '天津', name: '通武廊医疗卫生协调联动基本公共服务标准化试点', body: '天津市武清区人民政府', type: 'regional', domains: ['病有所医'],
    results: [
      { metric: '引用标准', value: 123, unit: '项' },
      { metric: '协同标准', value: 20, unit: '项' },
    ],
  },
  {
    no: 5, province: '天津', name: '天津市和平区教育系统小学基本公共服务标准化专项试点', body: '天津市和平区人民政府', type: 'special', domains: ['学有所教'],
    results: [
      { metric: '标准', value: 214, unit: '项' },
      { metric: '应用模块', value: 41, unit: '个' },
      { metric: '教育服务满意度(2021)', value: 98.23, unit: '%' },
    ],
  },
  {
    no: 6, province: '河北', name: '通武廊医疗卫生协调联动基本公共服务标准化试点', body: '廊坊市人民政府', type: 'regional', domains: ['病有所医'],
    results: [
      { metric: '引用标准', value: 123, unit: '项' },
      { metric: '协同标准', value: 20, unit: '项' },
    ],
  },
  {
    no: 7, province: '河北', name: '迁安市基本公共服务标准化专项试点', body: '迁安市人民政府', type: 'special', domains: ['文体服务保障'],
    results: [
      { metric: '服务事项', value: 29, unit: '项' },
      { metric: '标准', value: 231, unit: '项' },
      { metric: '新制定标准', value: 28, unit: '项' },
      { metric: '村(社区)综合服务中心设置率', value: 100, unit: '%' },
      { metric: '文体服务满意度', before: 90, after: 95, unit: '%' },
    ],
  },
  {
    no: 8, province: '山西', name: '晋城市基本公共服务标准化专项试点', body: '晋城市人民政府', type: 'special', domains: ['学有所教', '老有所养'],
    results: [
      { metric: '学有所教标准', value: 111, unit: '项' },
      { metric: '老有所养标准', value: 153, unit: '项' },
    ],
  },
  {
    no: 9, province: '吉林', name: '东丰县文化基本公共服务标准化专项试点', body: '东丰县人民政府', type: 'special', domains: ['文体服务保障'],
    results: [
      { metric: '服务事项', value: 22, unit: '项' },
      { metric: '行政村', value: 518, unit: '个' },
      { metric: '广播电视覆盖', value: 99, unit: '%' },
    ],
  },
  {
    no: 10, province: '黑龙江', name: '哈尔滨市残疾人基本公共服务标准化专项试点', body: '哈尔滨市人民政府', type: 'special', domains: ['弱有所扶'],
    results: [
      { metric: '服务事项', value: 9, unit: '项' },
      { metric: '标准', value: 141, unit: '项' },
      { metric: '职业技能培训', value: 11681, unit: '人次' },
      { metric: '新增就业', value: 14808, unit: '人' },
      { metric: '残疾人康复服务率', value: 99, unit: '%' },
    ],
  },
  {
    no: 11, province: '黑龙江', name: '北安市教育基本公共服务标准化专项试点', body: '北安市人民政府', type: 'special', domains: ['学有所教'],
    results: [
      { metric: '自主制定标准', value: 238, unit: '项' },
      { metric: '满意度', before: 88, after: 95, unit: '%' },
    ],
  },
  {
    no: 12, province: '上海', name: '上海市浦东新区基本公共服务“15分钟服务圈”资源配置标准化专项试点', body: '上海市浦东新区人民政府', type: 'special', domains: ['学有所教', '病有所医', '老有所养', '文体服务保障'],
    results: [
      { metric: '服务事项', value: 54, unit: '项' },
      { metric: '标准', value: 43, unit: '项' },
      { metric: '15分钟可及覆盖率', before: 81, after: 93, unit: '%' },
    ],
  },
  {
    no: 13, province: '江苏', name: '泰州市基本公共服务标准化综合试点', body: '泰州市人民政府', type: 'comprehensive', domains: ['幼有所育', '学有所教', '劳有所得', '病有所医', '老有所养', '住有所居', '弱有所扶', '优军服务保障', '文体服务保障'],
    results: [
      { metric: '服务事项', value: 90, unit: '项' },
      { metric: '标准', value: 300, unit: '项' },
      { metric: '群众综合满意度', value: 98, unit: '分' },
    ],
  },
  {
    no: 14, province: '江苏', name: '江阴市社会联动救助基本公共服务标准化专项试点', body: '江阴市人民政府', type: 'special', domains: ['弱有所扶'],
    results: [
      { metric: '救助事项', value: 33, unit: '项' },
      { metric: '标准', value: 75, unit: '项' },
      { metric: '村(社区)覆盖', value: 273, unit: '个' },
    ],
  },
  {
    no: 15, province: '江苏', name: '如皋市基本公共服务标准化专项试点', body: '如皋市人民政府', type: 'special', domains: ['学有所教', '劳有所得', '文体服务保障'],
    results: [
      { metric: '服务事项', value: 47, unit: '项' },
      { metric: '自主研制标准', value: 242, unit: '项' },
      { metric: '义务教育学校标准化建设监测达标率', value: 100, unit: '%' },
    ],
  },
  {
    no: 16, province: '江苏', name: '苏州市吴江区老有所养基本公共服务标准化专项试点', body: '苏州市吴江区人民政府', type: 'special', domains: ['老有所养'],
    results: [
      { metric: '服务事项', value: 23, unit: '项' },
      { metric: '标准', value: 166, unit: '项' },
      { metric: '日照中心社会化运营率', value: 100, unit: '%' },
      { metric: '社会满意度', value: 95, unit: '%' },
    ],
  },
  {
    no: 17, province: '浙江', name: '海盐县基本公共服务标准化综合试点', body: '海盐县人民政府', type: 'comprehensive', domains: ['幼有所育', '学有所教', '劳有所得', '病有所医', '老有所养', '住有所居', '弱有所扶', '优军服务保障', '文体服务保障'],
    results: [
      { metric: '服务事项', value: 112, unit: '项' },
      { metric: '标准文本', value: 321, unit: '项' },
      { metric: '一级指标', value: 41, unit: '项' },
      { metric: '二级指标', value: 60, unit: '项' },
      { metric: '均等化实现度(2019→2021)', before: 98, after: 98.9, unit: '%' },
      { metric: '城乡居民收入比', value: 1.58, unit: ':1' },
    ],
  },
  {
    no: 18, province: '浙江', name: '慈溪市农村医疗基本公共服务标准化专项试点', body: '慈溪市人民政府', type: 'special', domains: ['病有所医'],
    results: [
      { metric: '基本医疗服务项目', value: 10, unit: '项' },
      { metric: '基本公共卫生服务项目', value: 19, unit: '项' },
    ],
  },
  {
    no: 19, province: '浙江', name: '湖州市民政高质量发展基本公共服务标准化专项试点', body: '湖州市人民政府', type: 'special', domains: ['老有所养', '弱有所扶'],
    results: [
      { metric: '标准化示范点', value: 50, unit: '个' },
      { metric: '社区居家养老服务中心', value: 1087, unit: '家' },
      { metric: '每万常住人口专职社工', value: 19.9, unit: '人' },
    ],
  },
  {
    no: 20, province: '浙江', name: '舟山市普陀区基本公共服务标准化专项试点', body: '舟山市普陀区人民政府', type: 'special', domains: ['弱有所扶', '病有所医', '劳有所得'],
    results: [
      { metric: '标准', value: 240, unit: '项' },
    ],
  },
  {
    no: 21, province: '安徽', name: '合肥市文化服务保障基本公共服务标准化专项试点', body: '合肥市人民政府', type: 'special', domains: ['文体服务保障'],
    results: [
      { metric: '合肥市地方标准', value: 2, unit: '项' },
    ],
  },
  {
    no: 22, province: '安徽', name: '合肥市公共教育基本公共服务标准化专项试点', body: '合肥市人民政府', type: 'special', domains: ['学有所教'],
    results: [
      { metric: '自主制定标准', value: 26, unit: '项' },
    ],
  },
  {
    no: 23, province: '安徽', name: '合肥市残疾儿童康复基本公共服务标准化专项试点', body: '合肥市人民政府', type: 'special', domains: ['弱有所扶'],
    results: [
      { metric: '自主制定标准', value: 40, unit: '项' },
      { metric: '定点康复机构(2019→2022)', before: 42, after: 56, unit: '家' },
      { metric: '完成康复训练的残疾儿童', before: 3855, after: 5358, unit: '人次' },
    ],
  },
  {
    no: 24, province: '山东', name: '日照市东港区基本公共服务标准化综合试点', body: '日照市东港区人民政府', type: 'comprehensive', domains: ['幼有所育', '学有所教', '劳有所得', '病有所医', '老有所养', '住有所居', '弱有所扶', '优军服务保障', '文体服务保障'],
    results: [
      { metric: '服务事项', value: 85, unit: '项' },
      { metric: '基准指标标准', value: 8, unit: '项' },
      { metric: '服务提供标准', value: 138, unit: '项' },
      { metric: '绩效测评标准', value: 11, unit: '项' },
    ],
  },
]

export const PILOT_LIBRARY: PilotLibrary = {
  source: '国家基本公共服务标准化试点考核评估通过项目表（2024），第 1–24 行 · public list of pilots that passed the 2024 assessment, rows 1–24 of it (the part available to us)',
  types: {
    regional: { name: '区域协调联动试点', nameEn: 'Regional coordination pilot' },
    special: { name: '专项试点', nameEn: 'Special pilot' },
    comprehensive: { name: '综合试点', nameEn: 'Comprehensive pilot' },
  },
  pilots: [...PILOTS],
}
