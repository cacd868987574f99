import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutText, escapeNonAscii } from '../../../worker/services/evaluation/asciiJson.ts'

it('keeps every JSON value, in ASCII, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.integer({ min: 1, max: 20 }), (value, sizeBytes) => {
      const text = escapeNonAscii(JSON.stringify(value))
      expect(new TextEncoder().encode(text).length).toBe(text.length)
      const pieces = cutText(text, sizeBytes)
      expect(pieces.every((p) => p.length <= sizeBytes && p.length > 0)).toBe(true)
      expect(pieces.join('')).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

it('writes Chinese and astral characters as escapes', () => {
  expect(escapeNonAscii(JSON.stringify({ 区: '𠮷' }))).toBe('{"\\u533a":"\\ud842\\udfb7"}')
})
