/** English for names that come from Chinese sources without one: the nine domains (and the plan's wider headings) and provinces. */
import { locale } from './locale.ts'

const ENGLISH: Readonly<Record<string, string>> = {
  幼有所育: 'Childcare',
  学有所教: 'Education',
  劳有所得: 'Work and income',
  病有所医: 'Health care',
  老有所养: 'Care in old age',
  住有所居: 'Housing',
  弱有所扶: 'Support for the vulnerable',
  优军服务保障: 'Services for the military',
  文体服务保障: 'Culture and sport',
  北京: 'Beijing',
  天津: 'Tianjin',
  河北: 'Hebei',
  山西: 'Shanxi',
  内蒙古: 'Inner Mongolia',
  辽宁: 'Liaoning',
  吉林: 'Jilin',
  黑龙江: 'Heilongjiang',
  上海: 'Shanghai',
  江苏: 'Jiangsu',
  浙江: 'Zhejiang',
  安徽: 'Anhui',
  福建: 'Fujian',
  江西: 'Jiangxi',
  山东: 'Shandong',
  河南: 'Henan',
  湖北: 'Hubei',
  湖南: 'Hunan',
  广东: 'Guangdong',
  广西: 'Guangxi',
  海南: 'Hainan',
  重庆: 'Chongqing',
  四川: 'Sichuan',
  贵州: 'Guizhou',
  云南: 'Yunnan',
  西藏: 'Tibet',
  陕西: 'Shaanxi',
  甘肃: 'Gansu',
  青海: 'Qinghai',
  宁夏: 'Ningxia',
  新疆: 'Xinjiang',
}

/** The name in the language in use; unknown ones stay Chinese. */
export function nameOf(zh: string): string {
  return locale.value === 'en' ? (ENGLISH[zh] ?? zh) : zh
}

/** Sources written as "中文 · English": the half in the language in use, or the whole when there is no second half. */
export function half(text: string): string {
  const cut = text.lastIndexOf(' · ')
  if (cut < 0) return text
  const [first, second] = [text.slice(0, cut), text.slice(cut + 3)]
  return /[\u4e00-\u9fff]/.test(first) && !/[\u4e00-\u9fff]/.test(second)
    ? locale.value === 'en'
      ? second
      : first
    : text
}
