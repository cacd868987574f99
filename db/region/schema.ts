/** A region's tables for Drizzle. Shapes follow db/migrations/region; test/worker/schema.test.ts holds the two together. */
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const tenantId = text('tenant_id').notNull()

export const areas = sqliteTable(
  'areas',
  {
    tenantId,
    id: text('id').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    parentId: text('parent_id'),
    setting: text('setting', { enum: ['urban', 'rural'] }),
    grouping: text('grouping').notNull(),
    sort: integer('sort').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const populations = sqliteTable(
  'populations',
  {
    tenantId,
    areaId: text('area_id').notNull(),
    period: text('period').notNull(),
    value: real('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.period, t.areaId] })],
)

export const frameworks = sqliteTable(
  'frameworks',
  {
    tenantId,
    id: text('id').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    templateId: text('template_id'),
    templateVersion: integer('template_version'),
    templateDigest: text('template_digest'),
    version: integer('version').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const frameworkVersions = sqliteTable(
  'framework_versions',
  {
    tenantId,
    frameworkId: text('framework_id').notNull(),
    version: integer('version').notNull(),
    body: text('body', { mode: 'json' }).$type<unknown>().notNull(),
    digest: text('digest').notNull(),
    note: text('note').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.frameworkId, t.version] })],
)

export const indicators = sqliteTable(
  'indicators',
  {
    tenantId,
    code: text('code').notNull(),
    name: text('name').notNull(),
    nameEn: text('name_en').notNull(),
    unit: text('unit').notNull(),
    direction: text('direction', { enum: ['benefit', 'cost'] }).notNull(),
    numerator: text('numerator').notNull(),
    denominator: text('denominator').notNull(),
    department: text('department').notNull(),
    layer: text('layer').notNull(),
    plausibleLow: real('plausible_low'),
    plausibleHigh: real('plausible_high'),
    createdAt: integer('created_at').notNull(),
    scale: text('scale'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.code] })],
)

export const imports = sqliteTable(
  'imports',
  {
    tenantId,
    id: text('id').notNull(),
    fileName: text('file_name').notNull(),
    fileDigest: text('file_digest').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    encoding: text('encoding').notNull(),
    layout: text('layout').notNull(),
    state: text('state', { enum: ['rejected', 'ready', 'committed', 'discarded', 'reverted'] }).notNull(),
    rowCount: integer('row_count').notNull(),
    valueCount: integer('value_count').notNull(),
    missingCount: integer('missing_count').notNull(),
    changedCount: integer('changed_count').notNull(),
    problemCount: integer('problem_count').notNull(),
    summary: text('summary', { mode: 'json' }).$type<unknown>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    committedAt: integer('committed_at'),
    kind: text('kind', { enum: ['observations', 'areas'] })
      .notNull()
      .default('observations'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const importChunks = sqliteTable(
  'import_chunks',
  {
    tenantId,
    importId: text('import_id').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.importId, t.seq] })],
)

export const areaChanges = sqliteTable(
  'area_changes',
  {
    tenantId,
    importId: text('import_id').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.importId, t.seq] })],
)

export const observations = sqliteTable(
  'observations',
  {
    tenantId,
    indicator: text('indicator').notNull(),
    period: text('period').notNull(),
    areaId: text('area_id').notNull(),
    value: real('value').notNull(),
    importId: text('import_id'),
    updatedBy: text('updated_by').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.indicator, t.period, t.areaId] })],
)

export const observationHistory = sqliteTable(
  'observation_history',
  {
    tenantId,
    importId: text('import_id').notNull(),
    indicator: text('indicator').notNull(),
    period: text('period').notNull(),
    areaId: text('area_id').notNull(),
    oldValue: real('old_value'),
    oldImportId: text('old_import_id'),
    newValue: real('new_value').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.importId, t.indicator, t.period, t.areaId] })],
)

export const changeSetKinds = sqliteTable('change_set_kinds', { kind: text('kind').primaryKey() })

export const changeSetStates = sqliteTable('change_set_states', {
  state: text('state').primaryKey(),
  isFinal: integer('is_final').notNull(),
})

export const changeSets = sqliteTable(
  'change_sets',
  {
    tenantId,
    id: text('id').notNull(),
    seq: integer('seq'),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    note: text('note').notNull(),
    importId: text('import_id'),
    revertsId: text('reverts_id'),
    cellCount: integer('cell_count').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: integer('created_at').notNull(),
    submittedBy: text('submitted_by'),
    submittedAt: integer('submitted_at'),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at'),
    reason: text('reason').notNull(),
    appliedAt: integer('applied_at'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const changeCells = sqliteTable(
  'change_cells',
  {
    tenantId,
    setId: text('set_id').notNull(),
    indicator: text('indicator').notNull(),
    period: text('period').notNull(),
    areaId: text('area_id').notNull(),
    oldValue: real('old_value'),
    newValue: real('new_value'),
    unit: text('unit').notNull(),
    missingReason: text('missing_reason'),
    note: text('note'),
    evidence: text('evidence'),
    sourceRow: integer('source_row'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.setId, t.indicator, t.period, t.areaId] })],
)

export const awaitingApproval = sqliteTable(
  'awaiting_approval',
  {
    tenantId,
    indicator: text('indicator').notNull(),
    period: text('period').notNull(),
    areaId: text('area_id').notNull(),
    setId: text('set_id').notNull(),
    approvedValue: real('approved_value'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.indicator, t.period, t.areaId] })],
)

export const evaluations = sqliteTable(
  'evaluations',
  {
    tenantId,
    id: text('id').notNull(),
    title: text('title').notNull(),
    frameworkId: text('framework_id').notNull(),
    frameworkVersion: integer('framework_version').notNull(),
    periods: text('periods', { mode: 'json' }).$type<string[]>().notNull(),
    options: text('options', { mode: 'json' }).$type<unknown>().notNull(),
    state: text('state', { enum: ['draft', 'published'] }).notNull(),
    engineVersion: text('engine_version').notNull(),
    inputDigest: text('input_digest').notNull(),
    resultDigest: text('result_digest').notNull(),
    summary: text('summary', { mode: 'json' }).$type<unknown>().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: integer('created_at').notNull(),
    publishedBy: text('published_by'),
    publishedAt: integer('published_at'),
    movedTo: text('moved_to'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const evaluationParts = sqliteTable(
  'evaluation_parts',
  {
    tenantId,
    evaluationId: text('evaluation_id').notNull(),
    part: text('part').notNull(),
    seq: integer('seq').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.evaluationId, t.part, t.seq] })],
)

export const disclosures = sqliteTable(
  'disclosures',
  {
    tenantId,
    evaluationId: text('evaluation_id').notNull(),
    period: text('period').notNull(),
    lineage: text('lineage').notNull(),
    method: text('method').notNull(),
    areas: text('areas', { mode: 'json' }).$type<string[]>().notNull(),
    withheld: text('withheld', { mode: 'json' }).$type<string[]>().notNull(),
    published: text('published', { mode: 'json' }).$type<string[]>().notNull(),
    cut: text('cut', { mode: 'json' }).$type<unknown>().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.evaluationId, t.period] })],
)

export const outbox = sqliteTable(
  'outbox',
  {
    tenantId,
    id: text('id').notNull(),
    kind: text('kind').notNull(),
    payload: text('payload', { mode: 'json' }).$type<unknown>().notNull(),
    createdAt: integer('created_at').notNull(),
    relayedAt: integer('relayed_at'),
    attempts: integer('attempts').notNull(),
    lastError: text('last_error'),
    notBefore: integer('not_before'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const audit = sqliteTable(
  'audit',
  {
    tenantId,
    id: text('id').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    requestId: text('request_id').notNull(),
    createdAt: integer('created_at').notNull(),
    seq: integer('seq'),
    entry: text('entry'),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
)

export const auditNodes = sqliteTable(
  'audit_nodes',
  {
    tenantId,
    level: integer('level').notNull(),
    idx: integer('idx').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.level, t.idx] })],
)

export const auditHeads = sqliteTable(
  'audit_heads',
  {
    tenantId,
    size: integer('size').notNull(),
    root: text('root').notNull(),
    signedAt: integer('signed_at').notNull(),
    keyId: text('key_id').notNull(),
    signature: text('signature').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.size] })],
)

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    tenantId,
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    auditId: text('audit_id').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.actor, t.key] })],
)

export * from './releases.schema.ts'
