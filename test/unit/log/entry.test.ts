import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../worker/engine/digest/canonicalJson.ts'
import { entryText, loggable, type AuditAct } from '../../../worker/log/entry.ts'

const act: AuditAct = {
  id: 'aud_1',
  actor: 'user:usr_1',
  action: 'import.commit',
  target: 'imp_1',
  detail: { rows: 3, b: [1, null], a: '区' },
  requestId: 'req_1',
  createdAt: 1763971200000,
  tenant: 'org_1',
}

describe('the text of an entry', () => {
  it('is the canonical JSON of the act and its number, byte by byte', () => {
    expect(entryText(act, 7)).toBe(
      '{"action":"import.commit","actor":"user:usr_1","createdAt":1763971200000,"detail":{"a":"区","b":[1,null],"rows":3},"id":"aud_1","requestId":"req_1","seq":7,"target":"imp_1","tenant":"org_1"}',
    )
    expect(entryText({ ...act, tenant: null }, 12)).toBe(canonicalJson({ ...act, tenant: null, seq: 12 }))
  })
  it('survives details that canonical JSON refuses: undefined, NaN, a lone surrogate in a text or a key', () => {
    const odd = {
      ...act,
      target: '\uD800',
      detail: { gone: undefined, nan: Number.NaN, text: 'x\uDC00', '\uD800k': 1 },
    }
    const text = entryText(odd, 1)
    expect(JSON.parse(text)).toMatchObject({ target: '\uFFFD', detail: { nan: null, text: 'x\uFFFD', '\uFFFDk': 1 } })
    expect(JSON.parse(text)).toEqual({ ...loggable(odd), seq: 1 })
    expect(canonicalJson(JSON.parse(text))).toBe(text)
  })
})
