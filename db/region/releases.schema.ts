/** Steps of evaluations, releases and the city's own rules. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const tenantId = text('tenant_id').notNull()

export const evaluationStates = sqliteTable('evaluation_states', { state: text('state').primaryKey() })

export const evaluationSteps = sqliteTable(
  'evaluation_steps',
  {
    tenantId,
    evaluationId: text('evaluation_id').notNull(),
    seq: integer('seq').notNull(),
    act: text('act').notNull(),
    toState: text('to_state').notNull(),
    doneBy: text('done_by').notNull(),
    doneByName: text('done_by_name').notNull(),
    reason: text('reason').notNull(),
    doneAt: integer('done_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.evaluationId, t.seq] })],
)

export const releaseBases = sqliteTable('release_bases', { basis: text('basis').primaryKey() })

export const releases = sqliteTable(
  'releases',
  {
    tenantId,
    id: text('id').notNull(),
    outboxId: text('outbox_id').notNull(),
    basis: text('basis').notNull(),
    evaluationId: text('evaluation_id').notNull(),
    audience: text('audience').notNull(),
    what: text('what', { mode: 'json' }).$type<unknown>().notNull(),
    fromAt: integer('from_at').notNull(),
    supersedesId: text('supersedes_id'),
    reason: text('reason').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: integer('created_at').notNull(),
    leftAt: integer('left_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnByName: text('withdrawn_by_name'),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const cityPolicies = sqliteTable(
  'city_policies',
  { tenantId, policy: text('policy').notNull(), value: text('value').notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.policy] })],
)
