/** Everything a publication would say, and whether it may: read, decided and made before anything is written. The preview and the act both come here. */
import { findFrameworkVersion } from '../../../db/region/queries/frameworks.ts'
import { findTemplateVersion } from '../../../db/hub/queries/templates.ts'
import { digestOf } from '../../engine/digest/digestOf.ts'
import { AppError, type Fault } from '../../contract/problems.ts'
import { randomToken } from '../../lib/bytes.ts'
import { decideInTurns, type Asking } from '../disclosure/decideInTurns.ts'
import { methodName, readHistory, type History, type Refusal } from '../disclosure/history.ts'
import { sourceOf, type Source } from '../disclosure/source.ts'
import type { Decision } from '../disclosure/guard.ts'
import { leavesOf } from '../framework/body.ts'
import { storedBody, storedMethod } from '../../record/framework.ts'
import { readPart } from '../evaluation/parts.ts'
import { requireEvaluationRow } from '../evaluation/requireEvaluationRow.ts'
import { EVALUATION_MOVES } from '../../release/states.ts'
import { newId } from '../../lib/id.ts'
import { cityLog, readState } from '../../../db/log/store.ts'
import { summaryView } from '../evaluation/view.ts'
import { sentence } from '../../words/sentence.ts'
import { publicDocuments, type PublicDocuments } from './publicDocuments.ts'
import type { TenantContext } from '../../context.ts'
import type { EvaluationRow } from '../../../db/region/queries/evaluations.ts'
import type { Evaluation, EvaluationSummary } from '../../contract/evaluations.ts'
import type { RawRequest } from '../../contract/publication.ts'
import type { MethodOptions, TreeNode } from '../../contract/frameworks.ts'

export interface Prepared {
  readonly row: EvaluationRow
  readonly summary: EvaluationSummary
  readonly evaluation: Pick<Evaluation, 'method' | 'areaCount' | 'periods' | 'weightedPeriods' | 'nodes' | 'headline'>
  readonly root: TreeNode
  readonly templateId: string | null
  readonly templateVersion: number | null
  readonly lineage: string
  readonly source: Source
  readonly method: string
  readonly history: History
  readonly decision: Decision
  readonly refusals: readonly Refusal[]
  readonly documents: PublicDocuments
  /** Drawn anew each time; kept in the region so that whoever may see the inputs can check the sealed digest. */
  readonly secret: string
}

/** A release that is to be corrected. */
export interface Corrected {
  readonly id: string
  readonly reason: string
  readonly lineage: string | null
}

export async function preparePublication(
  ctx: TenantContext,
  id: string,
  raw: RawRequest,
  publishedAt: number,
  { corrects, ...more }: Pick<Asking, 'signal' | 'beforeSearch'> & { readonly corrects?: Corrected | undefined } = {},
): Promise<Prepared> {
  const { row, parts } = await requireEvaluationRow(ctx, id, ['inputs', 'panel', 'data:*', 'result:*'])
  if (!EVALUATION_MOVES.publish.from.some((state) => state === row.state))
    throw new AppError('conflict', sentence('publication.already-published'))
  const framework = await findFrameworkVersion(ctx.region, ctx.tenantId, row.frameworkId, row.frameworkVersion)
  const [inputs, panel] = [readPart(parts, 'inputs'), readPart(parts, 'panel')]
  if (framework === undefined || panel === undefined || inputs === undefined) throw new AppError('not-found')
  const summary = summaryView(row)
  const data = summary.periods.flatMap((p) => readPart(parts, `data:${p}`) ?? [])
  const results = summary.periods
    .flatMap((p) => readPart(parts, `result:${p}`) ?? [])
    .map((r) => ({ ...r, equality: r.equality ?? {}, realization: r.realization ?? {} }))
  const { root } = storedBody(framework.body)
  const options = storedMethod(JSON.parse(row.options) as MethodOptions)
  const open = openSet(
    raw,
    leavesOf(inputs.framework.root).map((l) => l.code),
  )
  const snapshot = { areas: [...inputs.areas], periods: data }
  const source = sourceOf('', snapshot, inputs.framework.root, options, open)
  const lineage = framework.templateId ?? `own:${ctx.tenantId}:${row.frameworkId}`
  if (corrects !== undefined && corrects.lineage !== null && corrects.lineage !== lineage)
    throw new AppError('invalid', undefined, [
      {
        path: 'corrects.publicationId',
        code: 'other-series',
        message: sentence('releases.other-series'),
      },
    ])
  const history = await readHistory(ctx, source, lineage)
  const decision = await decideInTurns(
    {
      key: await digestOf([
        ctx.tenantId,
        id,
        row.inputDigest,
        row.resultDigest,
        [...open].toSorted(),
        history.rows.map((r) => [r.evaluationId, r.period]),
      ]),
      source,
      earlier: history.earlier,
      search: history.refusals.length === 0,
    },
    { who: ctx.tenantId, now: ctx.now, ...more },
  )
  const exposed: Refusal[] =
    decision.exposed.length === 0
      ? []
      : [
          {
            code: 'exposed',
            ...(decision.outOfTime ? { why: 'out-of-time' as const } : {}),
            evaluationId: null,
            periods: [...new Set(decision.exposed.map((e) => e.period))],
            codes: [...new Set(decision.exposed.map((e) => e.indicator))],
          },
        ]
  const secret = randomToken()
  const template =
    framework.templateId === null || framework.templateVersion === null
      ? undefined
      : await findTemplateVersion(ctx.hub, framework.templateId, framework.templateVersion).catch(() => undefined)
  const documents = publicDocuments({
    id: newId('pub', ctx.now()),
    row,
    panel,
    data,
    results,
    inputs: {
      snapshot,
      framework: inputs.framework,
      options: inputs.options,
      engineVersion: inputs.engineVersion,
      inputDigest: row.inputDigest,
    },
    open,
    decision,
    city: ctx.city,
    template:
      template === undefined
        ? null
        : { id: template.id, name: template.name, nameEn: template.nameEn, version: template.version },
    licence: ctx.config.licence,
    publishedAt,
    corrects: corrects && { id: corrects.id, reason: corrects.reason },
    auditHead: (await readState(cityLog(ctx.region, ctx.tenantId))).head,
    seal: await digestOf({ inputDigest: row.inputDigest, resultDigest: row.resultDigest, secret }),
  })
  return {
    row,
    summary,
    evaluation: {
      method: options,
      areaCount: summary.areaCount,
      periods: summary.periods,
      weightedPeriods: { ...panel.weightedPeriods },
      nodes: [...panel.nodes],
      headline: summary.headline,
    },
    root,
    templateId: framework.templateId,
    templateVersion: framework.templateVersion,
    lineage,
    source,
    method: await methodName(source),
    history,
    decision,
    refusals: [...history.refusals, ...exposed],
    documents,
    secret,
  }
}

function openSet(raw: RawRequest, codes: readonly string[]): Set<string> {
  if (raw === 'withheld') return new Set()
  if (raw === 'published') return new Set(codes)
  const faults = raw.published.flatMap((code, i): Fault[] =>
    codes.includes(code)
      ? []
      : [
          {
            path: `raw.published[${i}]`,
            code: 'unknown-indicator',
            message: sentence('publication.unknown-indicator', { code }),
          },
        ],
  )
  if (faults.length > 0) throw new AppError('invalid', undefined, faults)
  return new Set(raw.published)
}
