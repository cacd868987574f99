/** A stored warning in the reader's language. Codes that nobody has put into Chinese yet keep the engine's sentence. */
import type { WarningWire } from '../../contract/wire.ts'
import type { Say } from '../../lib/say.ts'
import type { StoredWarning } from './results.types.ts'

/** `names`: node code → its name in the reader's language. */
export function wordWarning(warning: StoredWarning, names: ReadonlyMap<string, string>, say: Say): WarningWire {
  const { code, path } = warning
  const [node = '', period = ''] = /^([^[]*)(?:\[(.*)\])?$/.exec(path ?? '')?.slice(1) ?? []
  const name = names.get(node) ?? node
  const when = period === '' || period === undefined ? '' : `（${period}）`
  const whenEn = when === '' ? '' : ` (${period})`
  const message = ((): string => {
    switch (code) {
      case 'indicator-without-values':
        return say(
          `“${name}”在所选时期没有任何数据，未参与计分`,
          `“${name}” has no value in any chosen period and took no part in the scores`,
        )
      case 'unweighted-period':
        return say(
          `${node} 缺少部分地区的人口，均值和指数未按人口加权`,
          `${node}: populations are incomplete, so means and indices are unweighted`,
        )
      case 'constant-indicator':
        return say(
          `“${name}”${when}各地区数值相同，无法区分高低，均计中间值`,
          `“${name}”${whenEn}: all areas have the same value, so everybody gets the midpoint`,
        )
      case 'floored-zero':
        return say(
          `${name} 有得分低于下限，几何或调和平均前已提至下限`,
          `${name}: some scores were raised to the floor before a geometric or harmonic mean`,
        )
      case 'no-score':
        return say(`“${name}”${when}有数值无法换算为得分`, `“${name}”${whenEn}: ${warning.message}`)
      case 'equality-unweighted':
        return say(
          '部分时期缺少人口，均等化程度在所有时期都按地区等权计算',
          'Some period lacks populations, so equality counts every area alike in all periods',
        )
      case 'outside-scale':
        return say(
          `“${name}”${when}有数值超出该指标的量表范围，未计算均等化程度；请核对数据或量表`,
          `“${name}”${whenEn}: a value lies outside the indicator’s scale, so there is no degree of equality; check the value or the scale`,
        )
      case 'degree-clipped':
        return say(
          `“${name}”${when}差异过大，均等化程度按 0 计`,
          `“${name}”${whenEn}: dispersion is above 1, so the degree of equality is held at 0`,
        )
      case 'older-engine':
        return say(
          '此评价由旧版引擎计算，没有实现度和由原始值计算的均等化程度；请重新运行',
          'An older engine computed this evaluation: it has no realization and no equality from raw values; run it again',
        )
      case 'touched-cut':
        return say(`共处理 ${node} 个数值，只列出前一部分`, warning.message)
      case 'warnings-cut':
        return say(`共有 ${node} 条提示，只列出前一部分`, warning.message)
      default:
        return warning.message
    }
  })()
  return { code, ...(path === undefined ? {} : { path }), message }
}
