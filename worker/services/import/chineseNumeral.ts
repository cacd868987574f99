/** 二点八 → 2.8: only to suggest a correction in a message, never to read a value. Pure. */
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** The number as digits, or undefined when the text is not wholly a Chinese numeral. */
export function chineseNumeral(text: string): string | undefined {
  const match = /^(负)?([〇零一二两三四五六七八九十百千万亿]+)(?:点([〇零一二三四五六七八九]+))?$/.exec(text)
  if (match === null) return undefined
  const whole = wholePart(match[2] ?? '')
  if (whole === undefined) return undefined
  const fraction = [...(match[3] ?? '')].map((c) => DIGITS[c] ?? 0).join('')
  return `${match[1] === undefined ? '' : '-'}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function wholePart(text: string): number | undefined {
  // 二〇二四: digits read one by one.
  if (text.length > 1 && [...text].every((c) => DIGITS[c] !== undefined))
    return Number([...text].map((c) => DIGITS[c]).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const char of text) {
    const value = DIGITS[char]
    const step = STEPS[char]
    const myriad = MYRIADS[char]
    if (value !== undefined) digit = value
    else if (step !== undefined) {
      section += (digit === 0 ? 1 : digit) * step
      digit = 0
    } else if (myriad !== undefined) {
      total = myriad === 1e8 ? (total + section + digit) * myriad : total + (section + digit) * myriad
      section = 0
      digit = 0
    }
  }
  const result = total + section + digit
  return Number.isSafeInteger(result) ? result : undefined
}
