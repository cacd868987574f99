/** D1 handles for tests: one that counts round trips, and one that parks the first batch until it is let go (two-writer races). */
import { env } from 'cloudflare:workers'
import { REGIONS, type RegionBinding } from '../../db/regions.ts'
import type { Env } from '../../worker/env.ts'

export interface Counted {
  readonly env: Env
  readonly trips: () => { hub: number; region: number }
}

/** Every run, all, raw, first and batch is one round trip. */
export function countTrips(): Counted {
  let hub = 0
  let region = 0
  const regions = Object.fromEntries(
    REGIONS.map((r) => [r.binding, counting(env[r.binding], () => (region += 1))]),
  ) as Record<RegionBinding, D1Database>
  return { env: { ...env, ...regions, HUB: counting(env.HUB, () => (hub += 1)) }, trips: () => ({ hub, region }) }
}

function counting(d1: D1Database, tick: () => void): D1Database {
  const raws = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const track = (raw: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(raw, {
      get(target, key) {
        if (key === 'bind') return (...args: unknown[]) => track(target.bind(...args))
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          tick()
          return Reflect.apply(value, target, args)
        }
      },
    })
    raws.set(proxy, raw)
    return proxy
  }
  return new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare') return (text: string) => track(target.prepare(text))
      if (key === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          tick()
          return target.batch(statements.map((s) => raws.get(s) ?? s))
        }
      }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

export interface Parked {
  readonly env: Env
  readonly reached: Promise<void>
  readonly release: () => void
}

/** The first batch that contains `marker` in its SQL waits until `release`; everything else passes. */
export function parkFirstBatch(binding: RegionBinding | 'HUB', marker: string): Parked {
  const d1 = env[binding]
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  const texts = new WeakMap<D1PreparedStatement, string>()
  let parked = false
  const remember = (raw: D1PreparedStatement, text: string): D1PreparedStatement => {
    const bind = raw.bind.bind(raw)
    raw.bind = (...args: unknown[]) => remember(bind(...args), text)
    texts.set(raw, text)
    return raw
  }
  const proxy = new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare') return (text: string) => remember(target.prepare(text), text)
      if (key === 'batch') {
        return async (statements: D1PreparedStatement[]) => {
          if (!parked && statements.some((s) => texts.get(s)?.includes(marker))) {
            parked = true
            reached.resolve()
            await gate.promise
          }
          return target.batch(statements)
        }
      }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { env: { ...env, [binding]: proxy }, reached: reached.promise, release: () => gate.resolve() }
}

const die = (): never => {
  throw new Error('the process was killed')
}

/** The process dies once the first batch with more than reads in it is written: that batch's answer and everything after it fail, in this database and in
 * those passed through `env`. */
export function stopAfterBatch(d1: D1Database): { d1: D1Database; env: (other: D1Database) => D1Database } {
  let stopped = false
  const wrap = (target: D1Database, stops: boolean): D1Database =>
    new Proxy(target, {
      get(t, key) {
        if (stopped && (key === 'prepare' || key === 'batch')) return die
        if (key === 'batch' && stops)
          return async (statements: D1PreparedStatement[]) => {
            const results = await t.batch(statements)
            if (!results.some((r) => r.meta.changes > 0)) return results
            stopped = true
            return die()
          }
        const value: unknown = Reflect.get(t, key)
        return typeof value === 'function' ? value.bind(t) : value
      },
    })
  return { d1: wrap(d1, true), env: (other) => wrap(other, false) }
}

/** The first batch that writes is written, and its answer is lost on the way; everything else works. */
export function loseAnswerOfBatch(d1: D1Database): D1Database {
  let lost = false
  return new Proxy(d1, {
    get(target, key) {
      if (key === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const results = await target.batch(statements)
          if (lost || !results.some((r) => r.meta.changes > 0)) return results
          lost = true
          throw new Error('the connection was lost')
        }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
