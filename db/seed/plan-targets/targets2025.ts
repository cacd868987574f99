/** The 22 main indicators of the 14th five-year plan for public services with their 2025 values. */
import type { PlanTargets } from '../../../worker/routes/public/schema.ts'

export const PLAN_TARGETS: PlanTargets = {
  source: '《“十四五”公共服务规划》主要指标，2025 年值，据新华社 2022-01-10 报道；方向为本产品的理解 · main indicators, 2025 values, as reported by Xinhua on 2022-01-10; the direction is our reading',
  note: 'comparableBetweenAreas = false：全国总量，没有分母时对单个城市没有可比意义 · national volumes that mean nothing for one city without a denominator',
  indicators: [
    { domain: '幼有所育', name: '每千人口拥有3岁以下婴幼儿托位数', unit: '个/千人', direction: 'benefit', target2025: 4.5, relation: '≥', comparableBetweenAreas: true },
    { domain: '幼有所育', name: '孤儿和事实无人抚养儿童保障覆盖率', unit: '%', direction: 'benefit', target2025: 100, relation: '=', comparableBetweenAreas: true },
    { domain: '学有所教', name: '学前教育毛入园率', unit: '%', direction: 'benefit', target2025: 90, relation: '>', comparableBetweenAreas: true },
    { domain: '学有所教', name: '九年义务教育巩固率', unit: '%', direction: 'benefit', target2025: 96, relation: '≥', comparableBetweenAreas: true },
    { domain: '学有所教', name: '高中阶段教育毛入学率', unit: '%', direction: 'benefit', target2025: 92, relation: '>', comparableBetweenAreas: true },
    { domain: '学有所教', name: '劳动年龄人口平均受教育年限', unit: '年', direction: 'benefit', target2025: 11.3, relation: '≥', comparableBetweenAreas: true },
    { domain: '劳有所得', name: '参加各类补贴性职业技能培训', unit: '万人次', direction: 'benefit', target2025: 1500, relation: '≥', comparableBetweenAreas: false },
    { domain: '病有所医', name: '人均预期寿命', unit: '岁', direction: 'benefit', target2025: 78.3, relation: '≥', comparableBetweenAreas: true },
    { domain: '病有所医', name: '每千人口拥有执业(助理)医师数', unit: '人/千人', direction: 'benefit', target2025: 3.2, relation: '≥', comparableBetweenAreas: true },
    { domain: '病有所医', name: '每千人口拥有注册护士数', unit: '人/千人', direction: 'benefit', target2025: 3.8, relation: '≥', comparableBetweenAreas: true },
    { domain: '病有所医', name: '基本医疗保险参保率', unit: '%', direction: 'benefit', target2025: 95, relation: '>', comparableBetweenAreas: true },
    { domain: '老有所养', name: '养老机构护理型床位占比', unit: '%', direction: 'benefit', target2025: 55, relation: '≥', comparableBetweenAreas: true },
    { domain: '老有所养', name: '新建城区、居住(小)区配套建设养老服务设施达标率', unit: '%', direction: 'benefit', target2025: 100, relation: '=', comparableBetweenAreas: true },
    { domain: '老有所养', name: '基本养老保险参保率', unit: '%', direction: 'benefit', target2025: 95, relation: '≥', comparableBetweenAreas: true },
    { domain: '老有所养', name: '养老服务床位总量', unit: '万张', direction: 'benefit', target2025: 1000, relation: '≈', comparableBetweenAreas: false },
    { domain: '住有所居', name: '城镇户籍低保、低收入家庭申请公租房的保障率', unit: '%', direction: 'benefit', target2025: 100, relation: '=', comparableBetweenAreas: true },
    { domain: '住有所居', name: '符合条件的农村低收入群体住房安全保障率', unit: '%', direction: 'benefit', target2025: 100, relation: '=', comparableBetweenAreas: true },
    { domain: '住有所居', name: '城镇老旧小区改造数', unit: '万个', direction: 'benefit', target2025: 21.9, relation: '≈', comparableBetweenAreas: false },
    { domain: '弱有所扶', name: '困难残疾人生活补贴和重度残疾人护理补贴目标人群覆盖率', unit: '%', direction: 'benefit', target2025: 100, relation: '=', comparableBetweenAreas: true },
    { domain: '文体服务保障', name: '每万人接受公共文化设施服务次数', unit: '万次', direction: 'benefit', target2025: 3.4, relation: '≥', comparableBetweenAreas: true },
    { domain: '文体服务保障', name: '人均体育场地面积', unit: '平方米', direction: 'benefit', target2025: 2.6, relation: '≥', comparableBetweenAreas: true },
    { domain: '文体服务保障', name: '每百户居民拥有社区综合服务设施面积', unit: '平方米', direction: 'benefit', target2025: 30, relation: '>', comparableBetweenAreas: true },
  ],
}
