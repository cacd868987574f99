/** Words of the portal. */
import { dictionary } from './dictionary.ts'

export const homeWords = dictionary({
  title: ['首页', 'Home'],
  headline: [
    '基本公共服务，各地差多少、差在哪、补上要多少',
    'How far apart basic public services are, where, and what closing the gap takes',
  ],
  lead: [
    '试点城市用同一套方法评价基本公共服务均等化；协调组跨城市对比联合指标；第三方机构核验。公布的每个数值都注明公式、数据时期和评价框架版本，结果带有输入与结果的摘要。',
    'Pilot cities evaluate the equality of basic public services with one method; coordination groups compare joint indicators across cities; third parties verify. Every published number names its formula, the period of its data and the version of its framework, and a result carries the digests of its inputs and of itself.',
  ],
  seeResults: ['看公开结果', 'See results'],
  trySignIn: ['登录', 'Sign in'],
  tryDemo: ['用演示账户进入', 'Enter with a demo account'],
  findCity: ['找一个城市', 'Find a city'],
  findCityHint: ['输入名称，打开它最近公布的结果', 'Type a name to open its latest published result'],
  latest: ['最近公布', 'Recently published'],
  latestLead: [
    '每座城市最近一次公布的评价：横轴是均等化程度，由各指标原始值的离散换算，100 表示各地完全相同；旁边写明口径，口径不同的不相比较。',
    'Each city’s latest published evaluation: the position is its degree of equality, read from the dispersion of raw values, where 100 means that all areas are the same. The convention stands beside it; unlike conventions are not compared.',
  ],
  allResults: ['全部公开结果', 'All results'],
  noneTitle: ['还没有公布的结果', 'Nothing published yet'],
  noneText: [
    '城市公布第一次评价后，会出现在这里。在此之前可以先看方法、服务目录和国家试点。',
    'When a city publishes its first evaluation it appears here. Until then, see the methods, the catalogue and the national pilots.',
  ],
  score: ['综合得分', 'Score'],
  degree: ['均等化程度', 'Degree of equality'],
  byIndex: (index: string) => [`按${index}`, `by ${index}`],
  regions: ['按区域', 'By region'],
  regionDown: (names: string) => [`${names}暂停服务`, `${names} out of service`],
  regionDownText: [
    '这些地区的城市暂时不能登录填报和评价；已公布的结果照常可看。',
    'Cities there cannot enter data or evaluate for the time being; what they have published can be read as usual.',
  ],
  regionCities: (n: number, m: number) => [
    `${n} 座城市，${m} 座已公布`,
    `${n} ${n === 1 ? 'city' : 'cities'}, ${m} published`,
  ],
  who: ['谁来这里，做什么', 'Who comes here, and for what'],
  whoCity: ['城市', 'Cities'],
  whoCityText: [
    '填报与导入数据、采用评价框架、运行评价、看清短板与原因、公布并留痕。',
    'Collect and import data, adopt a framework, evaluate, see the short boards and why, publish with a trail.',
  ],
  whoGroup: ['区域协调组', 'Coordination groups'],
  whoGroupText: [
    '在成员公布的结果之间对比水平、差距与离散程度；未公布的数值不出城市的数据库。',
    'Compare level, gap and spread across what members publish; unpublished values never leave a city’s database.',
  ],
  whoAssessor: ['第三方评估机构', 'Third-party assessors'],
  whoAssessorText: [
    '在任务范围与期限内读取数据、下载全部输入、核对摘要；密钥随任务失效。',
    'Read within the assignment and its dates, download all inputs, check the digest; keys end with the assignment.',
  ],
  whoPublic: ['公众与研究者', 'The public and researchers'],
  whoPublicText: [
    '查看结果、方法与出处，下载开放数据，用开放接口计算自己的数据。',
    'See results, methods and sources, download open data, compute on your own data through the open API.',
  ],
  trace: ['一个数值的来历', 'Where a number comes from'],
  traceScore: ['得分', 'Score'],
  traceNormal: ['标准化值', 'Normalised value'],
  traceRaw: ['原始值', 'Raw value'],
  traceRow: ['导入的那一行', 'Imported row'],
  traceWho: ['导入的文件与时间', 'The file and time of its import'],
  traceText: [
    '结果由数据快照、体系版本、方法选项与引擎版本唯一确定，四者一同计算摘要。',
    'A result is fixed by its data snapshot, framework version, method options and engine version; the digest covers all four.',
  ],
  facts: ['依据', 'Grounds'],
  factsStandard: (domains: number, categories: number, items: number) => [
    `国家基本公共服务标准：${domains} 个领域、${categories} 个类别、${items} 个项目（2021年版）`,
    `National standard: ${domains} domains, ${categories} categories, ${items} items (2021 edition)`,
  ],
  factsPilots: (n: number) => [
    `国家标准化试点 ${n} 个，附公布的成效`,
    `${n} national pilots with their published results`,
  ],
  factsMethods: ['每个指数的公式、适用范围与出处', 'Formula, limits and source of every index'],
  factsApi: ['开放接口：凭自己的数据即可核算', 'Open API: compute on your own data'],
})
