/** Framework rows → wire shapes. */
import { Framework } from '../../contract/frameworks.ts'
import { storedBody } from '../../record/framework.ts'
import type { FrameworkRecord, FrameworkRow } from '../../../db/region/queries/frameworks.ts'
import type { FrameworkSummary } from '../../contract/frameworks.ts'

const Versions = Framework.shape.versions

export function summaryView(row: FrameworkRow): FrameworkSummary {
  const { templateId, templateVersion, templateDigest } = row
  return {
    id: row.id,
    name: row.name,
    nameEn: row.nameEn,
    version: row.version,
    template:
      templateId === null || templateVersion === null || templateDigest === null
        ? null
        : { id: templateId, version: templateVersion, digest: templateDigest },
    indicatorCount: row.indicatorCount,
    domainCount: row.domainCount,
    updatedAt: row.updatedAt,
  }
}

export function recordView(row: FrameworkRecord): Framework {
  return {
    ...summaryView(row),
    body: storedBody(row.body),
    digest: row.digest,
    versions: Versions.parse(JSON.parse(row.versions)),
  }
}
