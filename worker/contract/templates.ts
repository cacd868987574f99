/** Published, immutable templates in the hub. */
import { z } from 'zod'
import { Digest, Timestamp } from './wire.ts'
import { FrameworkBody } from './frameworks.ts'

export const TemplateSummary = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    nameEn: z.string(),
    summary: z.string(),
    summaryEn: z.string(),
    ownerName: z.string().nullable(),
    latestVersion: z.number().int(),
    indicatorCount: z.number().int(),
    domainCount: z.number().int(),
    versions: z.array(
      z.object({ version: z.number().int(), digest: Digest, notes: z.string(), publishedAt: Timestamp }),
    ),
  })
  .meta({ id: 'TemplateSummary' })
export type TemplateSummary = z.infer<typeof TemplateSummary>

export const TemplateVersion = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    nameEn: z.string(),
    version: z.number().int(),
    digest: Digest,
    notes: z.string(),
    publishedAt: Timestamp,
    body: FrameworkBody,
  })
  .meta({ id: 'TemplateVersion' })
export type TemplateVersion = z.infer<typeof TemplateVersion>
