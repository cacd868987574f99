/** The same environment with the city's region counted: every call that travels to D1 (run, all, first, raw, batch, exec) is one trip.
 * parkingEnv holds a write back, so that two writers can be made to meet. */
import { env } from 'cloudflare:workers'
import { REGIONS } from '../../db/regions.ts'
import type { Env } from '../../worker/env.ts'
import type { TestCity } from './worker-city.ts'

const TRIPS = new Set(['run', 'all', 'first', 'raw', 'batch', 'exec'])

export function countingEnv(city: TestCity): { env: Env; trips: () => number } {
  let trips = 0
  const d1 = watch(bindingOf(city), () => {
    trips += 1
  })
  return { env: withRegion(city, d1), trips: () => trips }
}

/** Every batch that writes waits for `release`; `reached` resolves when the first stands at the door. */
export function parkingEnv(city: TestCity): { env: Env; reached: Promise<void>; release: () => void } {
  const door = Promise.withResolvers<void>()
  const arrival = Promise.withResolvers<void>()
  const real = bindingOf(city)
  const d1 = new Proxy(real, {
    get(target, key) {
      if (key !== 'batch') return bound(target, key)
      return async (statements: D1PreparedStatement[]) => {
        // Reads are batches of one to five; a commit has more statements.
        if (statements.length > 5) {
          arrival.resolve()
          await door.promise
        }
        return target.batch(statements)
      }
    },
  })
  return { env: withRegion(city, d1), reached: arrival.promise, release: () => door.resolve() }
}

function watch(d1: D1Database, onTrip: () => void): D1Database {
  const statement = (real: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(real, {
      get(target, key) {
        if (key === 'bind') return (...values: unknown[]) => statement(target.bind(...values))
        if (key === INNER) return target
        const value = bound(target, key)
        return TRIPS.has(String(key)) && typeof value === 'function'
          ? (...args: unknown[]) => {
              onTrip()
              return value(...args)
            }
          : value
      },
    })
  return new Proxy(d1, {
    get(target, key) {
      if (key === 'prepare') return (query: string) => statement(target.prepare(query))
      if (key === 'batch') {
        return (statements: D1PreparedStatement[]) => {
          onTrip()
          return target.batch(statements.map((s) => inner(s)))
        }
      }
      return bound(target, key)
    },
  })
}

const INNER = Symbol('the statement behind the proxy')
const inner = (s: D1PreparedStatement): D1PreparedStatement =>
  (Reflect.get(s, INNER) as D1PreparedStatement | undefined) ?? s

function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key)
  return typeof value === 'function' ? (value.bind(target) as unknown) : value
}

const regionOf = (city: TestCity) => REGIONS.find((r) => r.code === city.organisation.regionCode) ?? REGIONS[0]
const bindingOf = (city: TestCity): D1Database => env[regionOf(city).binding]
const withRegion = (city: TestCity, d1: D1Database): Env => ({ ...env, [regionOf(city).binding]: d1 })
