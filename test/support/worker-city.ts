/** Mints a city of its own for a test, straight into the databases: organisation, person with a role, session, API key and,
 * when asked, areas and an adopted framework. Requests go through the whole application as that person (or key). */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { asTenantId, hubDb, regionDb, type HubDb, type RegionDb, type TenantId } from '../../db/client.ts'
import { REGIONS } from '../../db/regions.ts'
import { createApp } from './worker-app.ts'
import { KEY_SCOPES, type Permission, type Role } from '../../worker/contract/names.ts'
import { digestOf } from '../../worker/engine/digest/digestOf.ts'
import { randomToken, sha256Hex } from '../../worker/lib/bytes.ts'
import { newId } from '../../worker/lib/id.ts'
import type { Env } from '../../worker/env.ts'
import type { FrameworkBody } from '../../worker/contract/frameworks.ts'
import type { Organisation } from '../../worker/contract/wire.ts'
import { SMALL_FRAMEWORK, leavesOf } from './worker-framework.ts'

export interface CityOptions {
  readonly role?: Role
  readonly region?: (typeof REGIONS)[number]['code']
  readonly isDemo?: boolean
  readonly scopes?: readonly Permission[]
  /** How many leaf areas named A01, A02 … (甲01区 …) below one parent CITY; 0 leaves the city without areas. */
  readonly areas?: number
  /** true adopts SMALL_FRAMEWORK; a body adopts that one. Its leaves become the city's indicators. */
  readonly framework?: boolean | FrameworkBody
}

export interface RequestOptions {
  /** 'session' unless said otherwise. */
  readonly as?: 'session' | 'key' | 'nobody'
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  /** Sent as JSON with its content type. */
  readonly json?: unknown
  readonly env?: Env
}

export interface TestCity {
  readonly organisation: Organisation
  readonly tenantId: TenantId
  readonly hub: HubDb
  readonly region: RegionDb
  readonly userId: string
  readonly cookie: string
  readonly key: string
  readonly frameworkId: string | null
  /** Paths beginning with / are whole (`/api/v1/session`); others are below this city (`areas`). */
  readonly request: (path: string, options?: RequestOptions) => Promise<Response>
}

let minted = 0

export async function mintCity(options: CityOptions = {}): Promise<TestCity> {
  const nowMs = Date.now()
  const region = REGIONS.find((r) => r.code === (options.region ?? 'jjj')) ?? REGIONS[0]
  minted += 1
  const organisation: Organisation = {
    id: newId('org', nowMs),
    kind: 'city',
    slug: `city-${minted}-${newId('org', nowMs).slice(-6)}`,
    name: `测试市${minted}`,
    nameEn: `Test City ${minted}`,
    regionCode: region.code,
    isDemo: options.isDemo ?? false,
  }
  const userId = newId('usr', nowMs)
  const token = randomToken()
  const key = `jh_live_${randomToken(24)}`
  const day = 86_400_000
  await env.HUB.batch([
    env.HUB.prepare(
      'INSERT OR IGNORE INTO regions (code, name, name_en, sort, created_at) VALUES (?, ?, ?, 0, ?)',
    ).bind(region.code, region.name, region.nameEn, nowMs),
    env.HUB.prepare(
      "INSERT INTO organisations (id, kind, slug, name, name_en, region_code, is_demo, status, created_at) VALUES (?, 'city', ?, ?, ?, ?, ?, 'active', ?)",
    ).bind(
      organisation.id,
      organisation.slug,
      organisation.name,
      organisation.nameEn,
      region.code,
      organisation.isDemo ? 1 : 0,
      nowMs,
    ),
    env.HUB.prepare(
      "INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?, ?, '测试员', 'none', 'active', ?)",
    ).bind(userId, `${userId}@example.test`, nowMs),
    env.HUB.prepare('INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES (?, ?, ?, ?)').bind(
      organisation.id,
      userId,
      options.role ?? 'owner',
      nowMs,
    ),
    env.HUB.prepare('INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)').bind(
      await sha256Hex(token),
      userId,
      nowMs,
      nowMs + day,
    ),
    env.HUB.prepare(
      "INSERT INTO api_keys (id, organisation_id, name, prefix, hash, scopes, created_at) VALUES (?, ?, 'test', ?, ?, ?, ?)",
    ).bind(
      newId('key', nowMs),
      organisation.id,
      key.slice(0, 12),
      await sha256Hex(key),
      JSON.stringify(options.scopes ?? KEY_SCOPES),
      nowMs,
    ),
  ])
  const d1 = env[region.binding]
  await addAreas(d1, organisation.id, options.areas ?? 0, nowMs)
  const body = options.framework === true ? SMALL_FRAMEWORK : options.framework
  const frameworkId = body === undefined || body === false ? null : await adopt(d1, organisation.id, body, nowMs)
  const cookie = `junheng_session=${token}`
  return {
    organisation,
    tenantId: asTenantId(organisation.id),
    hub: hubDb(env.HUB),
    region: regionDb(d1),
    userId,
    cookie,
    key,
    frameworkId,
    request: requester(organisation.slug, cookie, key),
  }
}

/** Another person of the same city, in a role of their own. */
export async function addMember(city: TestCity, role: Role, name: string): Promise<TestCity['request']> {
  const nowMs = Date.now()
  const userId = newId('usr', nowMs)
  const token = randomToken()
  await env.HUB.batch([
    env.HUB.prepare(
      "INSERT INTO users (id, email, name, password_hash, status, created_at) VALUES (?, ?, ?, 'none', 'active', ?)",
    ).bind(userId, `${userId}@example.test`, name, nowMs),
    env.HUB.prepare('INSERT INTO memberships (organisation_id, user_id, role, created_at) VALUES (?, ?, ?, ?)').bind(
      city.tenantId,
      userId,
      role,
      nowMs,
    ),
    env.HUB.prepare('INSERT INTO sessions (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)').bind(
      await sha256Hex(token),
      userId,
      nowMs,
      nowMs + 86_400_000,
    ),
  ])
  return requester(city.organisation.slug, `junheng_session=${token}`, city.key)
}

function requester(slug: string, cookie: string, key: string): TestCity['request'] {
  const app = createApp()
  return async (path, options = {}) => {
    const as = options.as ?? 'session'
    const ctx = createExecutionContext()
    const headers: Record<string, string> = {
      ...(as === 'session' ? { cookie } : as === 'key' ? { authorization: `Bearer ${key}` } : {}),
      ...(options.json === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    }
    const body = options.json === undefined ? options.body : JSON.stringify(options.json)
    const url = path.startsWith('/') ? path : `/api/v1/cities/${slug}/${path}`
    const response = await app.request(
      url,
      { method: options.method ?? 'GET', headers, ...(body === undefined ? {} : { body }) },
      options.env ?? env,
      ctx,
    )
    // A streamed answer ends its own work; waiting here first would deadlock it.
    if (!(response.headers.get('content-type') ?? '').includes('ndjson')) await waitOnExecutionContext(ctx)
    return response
  }
}

async function addAreas(d1: D1Database, tenantId: string, count: number, nowMs: number): Promise<void> {
  if (count === 0) return
  const insert = 'INSERT INTO areas (tenant_id, id, code, name, name_en, parent_id, setting, sort, created_at)'
  await d1.batch([
    d1
      .prepare(`${insert} VALUES (?1, 'area_city', 'CITY', '全市', 'Whole city', NULL, NULL, 0, ?2)`)
      .bind(tenantId, nowMs),
    d1
      .prepare(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
      ${insert} SELECT ?1, 'area_' || format('%02d', i), 'A' || format('%02d', i), '甲' || format('%02d', i) || '区', 'District ' || i, 'area_city', iif(i % 2, 'urban', 'rural'), i, ?3 FROM n`)
      .bind(tenantId, count, nowMs),
  ])
}

async function adopt(d1: D1Database, tenantId: string, body: FrameworkBody, nowMs: number): Promise<string> {
  const id = newId('fw', nowMs)
  const indicators = leavesOf(body.root).map((n) => ({ code: n.code, name: n.name, nameEn: n.nameEn, ...n.indicator }))
  await d1.batch([
    d1
      .prepare(
        "INSERT INTO frameworks (tenant_id, id, name, name_en, version, created_by, created_at, updated_at) VALUES (?, ?, '测试框架', 'Test framework', 1, 'test', ?, ?)",
      )
      .bind(tenantId, id, nowMs, nowMs),
    d1
      .prepare(
        "INSERT INTO framework_versions (tenant_id, framework_id, version, body, digest, created_by, created_at) VALUES (?, ?, 1, ?, ?, 'test', ?)",
      )
      .bind(tenantId, id, JSON.stringify(body), await digestOf(body), nowMs),
    d1
      .prepare(`INSERT INTO indicators (tenant_id, code, name, name_en, unit, direction, plausible_low, plausible_high, created_at)
      SELECT ?1, value->>'code', value->>'name', value->>'nameEn', coalesce(value->>'unit', ''), coalesce(value->>'direction', 'benefit'), value->>'plausibleLow', value->>'plausibleHigh', ?3 FROM json_each(?2)`)
      .bind(tenantId, JSON.stringify(indicators), nowMs),
  ])
  return id
}
