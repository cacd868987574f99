/** The hub's tables for Drizzle. Shapes follow db/migrations/hub; test/worker/schema.test.ts holds the two together. */
import type { Role } from '../../worker/contract/names.ts'
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const regions = sqliteTable('regions', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  sort: integer('sort').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ['city', 'group', 'assessor', 'operator'] }).notNull(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  regionCode: text('region_code'),
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
  status: text('status', { enum: ['active', 'suspended'] }).notNull(),
  createdAt: integer('created_at').notNull(),
})

export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash').notNull(),
  status: text('status', { enum: ['active', 'disabled'] }).notNull(),
  createdAt: integer('created_at').notNull(),
})

/** Filled by migrations; the names in code are ROLES. */
export const roles = sqliteTable('roles', { role: text('role').primaryKey() })

export const memberships = sqliteTable(
  'memberships',
  {
    organisationId: text('organisation_id').notNull(),
    userId: text('user_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.userId] })],
)

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  userId: text('user_id').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
})

export const apiKeys = sqliteTable('api_keys', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  prefix: text('prefix').notNull(),
  hash: text('hash').notNull(),
  scopes: text('scopes', { mode: 'json' }).$type<string[]>().notNull(),
  isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
  createdBy: text('created_by'),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at'),
  revokedAt: integer('revoked_at'),
  lastUsedAt: integer('last_used_at'),
})

export const groupMembers = sqliteTable(
  'group_members',
  {
    groupId: text('group_id').notNull(),
    cityId: text('city_id').notNull(),
    joinedAt: integer('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.cityId] })],
)

export const assignments = sqliteTable('assignments', {
  id: text('id').primaryKey(),
  assessorId: text('assessor_id').notNull(),
  cityId: text('city_id').notNull(),
  purpose: text('purpose').notNull(),
  actions: text('actions', { mode: 'json' }).$type<string[]>().notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const hubAudit = sqliteTable('hub_audit', {
  id: text('id').primaryKey(),
  organisationId: text('organisation_id'),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  target: text('target').notNull(),
  detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  requestId: text('request_id').notNull(),
  createdAt: integer('created_at').notNull(),
  seq: integer('seq'),
  entry: text('entry'),
})

export const auditNodes = sqliteTable(
  'audit_nodes',
  {
    log: text('log').notNull(),
    level: integer('level').notNull(),
    idx: integer('idx').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.log, t.level, t.idx] })],
)

export const auditHeads = sqliteTable(
  'audit_heads',
  {
    log: text('log').notNull(),
    size: integer('size').notNull(),
    root: text('root').notNull(),
    signedAt: integer('signed_at').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
  },
  (t) => [primaryKey({ columns: [t.log, t.size] })],
)

export const signingKeys = sqliteTable('signing_keys', {
  keyId: text('key_id').primaryKey(),
  owner: text('owner').notNull(),
  publicKey: text('public_key').notNull(),
  sealedPrivateKey: text('sealed_private_key'),
  createdAt: integer('created_at').notNull(),
  retiredAt: integer('retired_at'),
})

export const templates = sqliteTable('templates', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  summary: text('summary').notNull(),
  summaryEn: text('summary_en').notNull(),
  ownerId: text('owner_id'),
  createdAt: integer('created_at').notNull(),
})

export const templateVersions = sqliteTable(
  'template_versions',
  {
    templateId: text('template_id').notNull(),
    version: integer('version').notNull(),
    digest: text('digest').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    notes: text('notes').notNull(),
    publishedAt: integer('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.templateId, t.version] })],
)

export const publications = sqliteTable('publications', {
  id: text('id').primaryKey(),
  outboxId: text('outbox_id').notNull(),
  cityId: text('city_id').notNull(),
  evaluationId: text('evaluation_id').notNull(),
  title: text('title').notNull(),
  frameworkName: text('framework_name').notNull(),
  frameworkVersion: integer('framework_version').notNull(),
  templateId: text('template_id'),
  templateVersion: integer('template_version'),
  firstPeriod: text('first_period').notNull(),
  lastPeriod: text('last_period').notNull(),
  digest: text('digest').notNull(),
  headlineScore: real('headline_score'),
  headlineIndexKey: text('headline_index_key').notNull(),
  headlineIndex: real('headline_index'),
  payload: text('payload', { mode: 'json' }).$type<unknown>().notNull(),
  publishedAt: integer('published_at').notNull(),
  supersedesId: text('supersedes_id'),
  seriesAt: integer('series_at'),
})

export const publicationParts = sqliteTable(
  'publication_parts',
  {
    publicationId: text('publication_id').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.seq] })],
)

export const publicationDocuments = sqliteTable(
  'publication_documents',
  {
    publicationId: text('publication_id').notNull(),
    part: text('part').notNull(),
    seq: integer('seq').notNull(),
    etag: text('etag').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.part, t.seq] })],
)

export const releaseBases = sqliteTable('release_bases', { basis: text('basis').primaryKey() })

export const releases = sqliteTable('releases', {
  id: text('id').primaryKey(),
  outboxId: text('outbox_id').notNull(),
  cityId: text('city_id').notNull(),
  basis: text('basis').notNull(),
  audience: text('audience').notNull(),
  fromAt: integer('from_at').notNull(),
  supersedesId: text('supersedes_id'),
  reason: text('reason').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const releaseWithdrawals = sqliteTable('release_withdrawals', {
  releaseId: text('release_id').primaryKey(),
  cityId: text('city_id').notNull(),
  reason: text('reason').notNull(),
  withdrawnAt: integer('withdrawn_at').notNull(),
})

export const releaseValues = sqliteTable(
  'release_values',
  {
    releaseId: text('release_id').notNull(),
    period: text('period').notNull(),
    node: text('node').notNull(),
    measure: text('measure').notNull(),
    cityId: text('city_id').notNull(),
    value: real('value'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.period, t.node, t.measure] })],
)

/** Read no more: an earlier release wrote here (migration 0011). */
export const exchangeValues = sqliteTable(
  'exchange_values',
  {
    publicationId: text('publication_id').notNull(),
    period: text('period').notNull(),
    node: text('node').notNull(),
    measure: text('measure').notNull(),
    cityId: text('city_id').notNull(),
    basis: text('basis', { enum: ['published', 'consent'] }).notNull(),
    value: real('value'),
    reason: text('reason'),
  },
  (t) => [primaryKey({ columns: [t.publicationId, t.period, t.node, t.measure] })],
)

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    body: text('body'),
    createdAt: integer('created_at').notNull(),
    auditId: text('audit_id'),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
)

export const signInAttempts = sqliteTable('sign_in_attempts', {
  subject: text('subject').primaryKey(),
  kind: text('kind', { enum: ['device', 'pair', 'address', 'account'] }).notNull(),
  failures: integer('failures').notNull(),
  nextAt: integer('next_at').notNull(),
  lastAt: integer('last_at').notNull(),
})

export const knownDevices = sqliteTable(
  'known_devices',
  {
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.userId] })],
)
