/** The routes of the API, printed from its OpenAPI document by `npm run client`: do not edit. Types only, nothing of this file is loaded. */

export type GetPath =
  | '/api/v1/health'
  | '/api/v1/session'
  | '/api/v1/templates'
  | `/api/v1/templates/${string}/versions/${string}`
  | `/api/v1/cities/${string}/frameworks`
  | `/api/v1/cities/${string}/frameworks/${string}`
  | `/api/v1/cities/${string}/frameworks/${string}/diff`
  | `/api/v1/cities/${string}/evaluations`
  | `/api/v1/cities/${string}/evaluations/${string}`
  | `/api/v1/cities/${string}/evaluations/${string}/periods/${string}`
  | `/api/v1/cities/${string}/evaluations/${string}/results.csv`
  | `/api/v1/cities/${string}/evaluations/${string}/snapshot`
  | `/api/v1/cities/${string}/evaluations/${string}/steps`
  | `/api/v1/cities/${string}/evaluations/${string}/publication-preview`
  | '/api/v1/regions'
  | '/api/v1/publications'
  | `/api/v1/publications/${string}`
  | `/api/v1/publications/${string}/nodes`
  | `/api/v1/publications/${string}/periods/${string}`
  | `/api/v1/publications/${string}/inputs`
  | `/api/v1/publications/${string}/bundle`
  | `/api/v1/publications/${string}/proof`
  | `/api/v1/publications/${string}/changes`
  | `/api/v1/publications/${string}/results.csv`
  | `/api/v1/publications/${string}/results.sdmx.csv`
  | '/api/v1/comparison'
  | `/api/v1/cities/${string}/overview`
  | '/api/v1/catalogue'
  | '/api/v1/catalogue/diff'
  | '/api/v1/pilots'
  | '/api/v1/plan-targets'
  | `/api/v1/cities/${string}/members`
  | `/api/v1/cities/${string}/audit`
  | `/api/v1/cities/${string}/audit/head`
  | `/api/v1/cities/${string}/audit/inclusion`
  | `/api/v1/cities/${string}/audit/consistency`
  | `/api/v1/cities/${string}/audit/export`
  | '/api/v1/operator/audit/head'
  | '/api/v1/operator/audit/inclusion'
  | '/api/v1/operator/audit/consistency'
  | '/api/v1/operator/audit/export'
  | `/api/v1/organisations/${string}/keys`
  | `/api/v1/groups/${string}`
  | '/api/v1/assignments'
  | '/api/v1/operator/organisations'
  | '/api/v1/operator/health'
  | `/api/v1/cities/${string}/areas`
  | `/api/v1/cities/${string}/populations`
  | `/api/v1/cities/${string}/observations`
  | `/api/v1/cities/${string}/observations/completeness`
  | `/api/v1/cities/${string}/observations/template.csv`
  | `/api/v1/cities/${string}/imports`
  | `/api/v1/cities/${string}/imports/${string}`
  | `/api/v1/cities/${string}/change-sets`
  | `/api/v1/cities/${string}/change-sets/${string}`
  | `/api/v1/cities/${string}/observations/history`
  | `/api/v1/cities/${string}/releases`
  | `/api/v1/cities/${string}/policies`
  | '/.well-known/junheng-keys.json'

export type PostPath =
  | '/api/v1/session'
  | '/api/v1/compute/indices'
  | '/api/v1/compute/composite'
  | '/api/v1/compute/weights'
  | '/api/v1/compute/sensitivity'
  | '/api/v1/compute/groups'
  | '/api/v1/compute/coupling'
  | '/api/v1/compute/evaluation'
  | `/api/v1/cities/${string}/frameworks`
  | `/api/v1/cities/${string}/evaluations`
  | `/api/v1/cities/${string}/evaluations/${string}/publish`
  | `/api/v1/cities/${string}/evaluations/${string}/review`
  | `/api/v1/cities/${string}/evaluations/${string}/approve`
  | `/api/v1/cities/${string}/evaluations/${string}/return`
  | `/api/v1/cities/${string}/evaluations/${string}/withdraw`
  | `/api/v1/organisations/${string}/signing-keys`
  | '/api/v1/operator/signing-keys'
  | `/api/v1/organisations/${string}/keys`
  | '/api/v1/operator/organisations'
  | `/api/v1/cities/${string}/areas/csv`
  | `/api/v1/cities/${string}/imports`
  | `/api/v1/cities/${string}/imports/${string}/commit`
  | `/api/v1/cities/${string}/imports/${string}/revert`

export type PutPath =
  | `/api/v1/cities/${string}/frameworks/${string}`
  | `/api/v1/cities/${string}/areas`
  | `/api/v1/cities/${string}/populations`
  | `/api/v1/cities/${string}/policies`

export type DeletePath =
  | '/api/v1/session'
  | `/api/v1/cities/${string}/evaluations/${string}`
  | `/api/v1/organisations/${string}/keys/${string}`
  | `/api/v1/cities/${string}/areas/${string}`
  | `/api/v1/cities/${string}/imports/${string}`

/** What each operation takes and answers, by the document's own path. */
export interface Routes {
  get: {
    '/api/v1/health': { query: {}; body: null; answer: Health }
    '/api/v1/session': { query: {}; body: null; answer: Session }
    '/api/v1/templates': { query: {}; body: null; answer: TemplateList }
    '/api/v1/templates/{id}/versions/{version}': { query: {}; body: null; answer: TemplateVersion }
    '/api/v1/cities/{city}/frameworks': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: FrameworkList
    }
    '/api/v1/cities/{city}/frameworks/{id}': { query: {}; body: null; answer: Framework }
    '/api/v1/cities/{city}/frameworks/{id}/diff': {
      query: { against?: 'template' | number }
      body: null
      answer: FrameworkDiff
    }
    '/api/v1/cities/{city}/evaluations': {
      query: { cursor?: string; limit?: number; since?: string; state?: string; period?: string }
      body: null
      answer: { items: EvaluationSummary[]; nextCursor: string | null }
    }
    '/api/v1/cities/{city}/evaluations/{id}': { query: {}; body: null; answer: Evaluation }
    '/api/v1/cities/{city}/evaluations/{id}/periods/{period}': { query: {}; body: null; answer: PeriodResult }
    '/api/v1/cities/{city}/evaluations/{id}/results.csv': { query: {}; body: null; answer: never }
    '/api/v1/cities/{city}/evaluations/{id}/snapshot': { query: {}; body: null; answer: EvaluationInputs }
    '/api/v1/cities/{city}/evaluations/{id}/steps': { query: {}; body: null; answer: EvaluationSteps }
    '/api/v1/cities/{city}/evaluations/{id}/publication-preview': {
      query: { raw?: string }
      body: null
      answer: PublicationPreview
    }
    '/api/v1/regions': { query: {}; body: null; answer: RegionList }
    '/api/v1/publications': {
      query: {
        cursor?: string
        limit?: number
        region?: string
        city?: string
        digest?: string
        since?: string
        latest?: boolean
      }
      body: null
      answer: { items: PublicationSummary[]; nextCursor: string | null }
    }
    '/api/v1/publications/{id}': { query: {}; body: null; answer: Publication }
    '/api/v1/publications/{id}/nodes': { query: {}; body: null; answer: PublishedNodes }
    '/api/v1/publications/{id}/periods/{period}': { query: {}; body: null; answer: PublishedPeriod }
    '/api/v1/publications/{id}/inputs': { query: {}; body: null; answer: PublicInputs }
    '/api/v1/publications/{id}/bundle': { query: {}; body: null; answer: Bundle }
    '/api/v1/publications/{id}/proof': {
      query: { node: string; period: string; area?: string }
      body: null
      answer: Proof
    }
    '/api/v1/publications/{id}/changes': { query: {}; body: null; answer: PublicationChanges }
    '/api/v1/publications/{id}/results.csv': { query: {}; body: null; answer: never }
    '/api/v1/publications/{id}/results.sdmx.csv': { query: {}; body: null; answer: never }
    '/api/v1/comparison': { query: { publications: string }; body: null; answer: Comparison }
    '/api/v1/cities/{city}/overview': { query: {}; body: null; answer: Overview }
    '/api/v1/catalogue': { query: { edition?: '2021' | '2023' }; body: null; answer: Catalogue }
    '/api/v1/catalogue/diff': { query: {}; body: null; answer: CatalogueDiff }
    '/api/v1/pilots': { query: {}; body: null; answer: PilotLibrary }
    '/api/v1/plan-targets': { query: {}; body: null; answer: PlanTargets }
    '/api/v1/cities/{city}/members': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: { items: Member[]; nextCursor: string | null }
    }
    '/api/v1/cities/{city}/audit': {
      query: { cursor?: string; limit?: number; since?: string; action?: string }
      body: null
      answer: { items: AuditEntry[]; nextCursor: string | null }
    }
    '/api/v1/cities/{city}/audit/head': { query: { log?: 'city' | 'hub' }; body: null; answer: AuditHead }
    '/api/v1/cities/{city}/audit/inclusion': {
      query: { seq?: number; entry?: string; size?: number; log?: 'city' | 'hub' }
      body: null
      answer: InclusionProof
    }
    '/api/v1/cities/{city}/audit/consistency': {
      query: { first: number; second?: number; log?: 'city' | 'hub' }
      body: null
      answer: ConsistencyProof
    }
    '/api/v1/cities/{city}/audit/export': { query: { log?: 'city' | 'hub' }; body: null; answer: never }
    '/api/v1/operator/audit/head': { query: {}; body: null; answer: AuditHead }
    '/api/v1/operator/audit/inclusion': {
      query: { seq?: number; entry?: string; size?: number }
      body: null
      answer: InclusionProof
    }
    '/api/v1/operator/audit/consistency': {
      query: { first: number; second?: number }
      body: null
      answer: ConsistencyProof
    }
    '/api/v1/operator/audit/export': { query: {}; body: null; answer: never }
    '/api/v1/organisations/{org}/keys': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: { items: ApiKey[]; nextCursor: string | null }
    }
    '/api/v1/groups/{group}': { query: {}; body: null; answer: GroupOverview }
    '/api/v1/assignments': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: { items: Assignment[]; nextCursor: string | null }
    }
    '/api/v1/operator/organisations': {
      query: { cursor?: string; limit?: number; kind?: 'city' | 'group' | 'assessor' | 'operator' }
      body: null
      answer: { items: OperatorOrganisation[]; nextCursor: string | null }
    }
    '/api/v1/operator/health': { query: {}; body: null; answer: OperatorHealth }
    '/api/v1/cities/{city}/areas': { query: {}; body: null; answer: AreaList }
    '/api/v1/cities/{city}/populations': { query: {}; body: null; answer: Populations }
    '/api/v1/cities/{city}/observations': {
      query: { period?: string; frameworkId?: string; asOf?: string }
      body: null
      answer: ObservationMatrix
    }
    '/api/v1/cities/{city}/observations/completeness': {
      query: { frameworkId?: string }
      body: null
      answer: Completeness
    }
    '/api/v1/cities/{city}/observations/template.csv': {
      query: { period: string; frameworkId?: string; layout?: 'wide' | 'long' }
      body: null
      answer: never
    }
    '/api/v1/cities/{city}/imports': {
      query: { cursor?: string; limit?: number; since?: string; state?: string }
      body: null
      answer: ImportPage
    }
    '/api/v1/cities/{city}/imports/{id}': { query: {}; body: null; answer: ImportRecord }
    '/api/v1/cities/{city}/change-sets': {
      query: { cursor?: string; limit?: number; since?: string; state?: string; kind?: string }
      body: null
      answer: ChangeSetPage
    }
    '/api/v1/cities/{city}/change-sets/{id}': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: ChangeSetCells
    }
    '/api/v1/cities/{city}/observations/history': {
      query: { cursor?: string; limit?: number; indicator: string; period: string; area: string }
      body: null
      answer: CellHistory
    }
    '/api/v1/cities/{city}/releases': {
      query: { cursor?: string; limit?: number }
      body: null
      answer: { items: Release[]; nextCursor: string | null }
    }
    '/api/v1/cities/{city}/policies': { query: {}; body: null; answer: Policies }
    '/.well-known/junheng-keys.json': { query: {}; body: null; answer: SigningKeys }
  }
  post: {
    '/api/v1/session': { query: {}; body: { email: string; password: string }; answer: Session }
    '/api/v1/compute/indices': {
      query: {}
      body: {
        values: readonly (number | null)[]
        weights?: readonly number[] | undefined
        groups?: readonly string[] | undefined
        decompose?: boolean | undefined
        neighbours?: readonly (readonly number[])[] | undefined
        indices?:
          | readonly (
              | 'cv'
              | 'gini'
              | 'theilT'
              | 'theilL'
              | 'ge'
              | 'atkinson'
              | 'hoover'
              | 'ratioMaxMin'
              | 'range'
              | 'relativeRange'
              | 'p90p10'
              | 'palma'
              | 'quintileRatio'
              | 'urbanRuralRatio'
              | 'urbanRuralGap'
              | 'lorenz'
              | 'moran'
            )[]
          | undefined
        options?:
          | {
              sample?: boolean | undefined
              unbiased?: boolean | undefined
              atkinson?: number | readonly number[] | undefined
              ge?: number | readonly number[] | undefined
            }
          | undefined
      }
      answer: IndicesResult
    }
    '/api/v1/compute/composite': {
      query: {}
      body: {
        areas: readonly string[]
        framework: ComputeNodeSent
        values: Record<string, readonly (number | null)[]>
        method: CompositeMethodSent
      }
      answer: CompositeResult
    }
    '/api/v1/compute/weights': {
      query: {}
      body:
        | { method: 'ahp'; matrix: readonly (readonly number[])[] }
        | {
            method: 'entropy' | 'critic' | 'pca' | 'scatter'
            values: Record<string, readonly (number | null)[] | readonly (readonly (number | null)[])[]>
            directions: Record<string, 'benefit' | 'cost'>
            options?:
              | {
                  shift?: number | undefined
                  absolute?: boolean | undefined
                  raw?: boolean | undefined
                  normalised?: boolean | undefined
                }
              | undefined
          }
        | { method: 'delphi'; rounds: readonly (readonly (readonly number[])[])[]; tieCorrected?: boolean | undefined }
        | {
            method: 'combined'
            weights: readonly [Record<string, number>, Record<string, number>]
            rule: 'multiplicative' | 'convex'
            alpha?: number | undefined
          }
      answer: WeightsResult
    }
    '/api/v1/compute/sensitivity': {
      query: {}
      body: {
        areas: readonly string[]
        framework: ComputeNodeSent
        values: Record<string, readonly (number | null)[]>
        method: CompositeMethodSent
        seed: number
        runs: number
        perturb: {
          weights?: { range: number } | { dirichlet: number } | undefined
          treatment?:
            | readonly (
                | 'none'
                | 'winsorise'
                | 'tukey'
                | {
                    treatment: 'none' | 'winsorise' | 'tukey'
                    options?:
                      | {
                          skewness?: number | undefined
                          kurtosis?: number | undefined
                          maxPoints?: number | undefined
                          k?: number | undefined
                        }
                      | undefined
                  }
              )[]
            | undefined
          normalisation?:
            | readonly (
                | 'minmax'
                | 'target'
                | 'zscore'
                | 'efficacy'
                | 'rank'
                | 'borda'
                | 'distanceToTarget'
                | {
                    normalisation: 'minmax' | 'target' | 'zscore' | 'efficacy' | 'rank' | 'borda' | 'distanceToTarget'
                    options?:
                      | {
                          cap?: boolean | undefined
                          clip?: boolean | undefined
                          ties?: 'average' | 'min' | undefined
                          mean?: number | undefined
                          sd?: number | undefined
                          floor?: number | undefined
                        }
                      | undefined
                    scale?: number | readonly [number, number] | undefined
                  }
              )[]
            | undefined
          aggregation?: readonly ('arithmetic' | 'geometric' | 'harmonic' | 'topsis')[] | undefined
          leaveOneOut?: boolean | undefined
          noise?: { range: number } | { sd: number } | undefined
        }
        topK?: number | undefined
        driverRuns?: number | undefined
      }
      answer: SensitivityResult
    }
    '/api/v1/compute/groups': {
      query: {}
      body: {
        subgroups: readonly {
          name: string
          value: number | null
          population?: number | undefined
          order?: number | undefined
          reference?: boolean | undefined
        }[]
        favourable: boolean
        ordered: boolean
        settingAverage?: number | undefined
        slope?: 'linear' | 'logit' | undefined
        scale?: number | undefined
        measures?:
          | readonly (
              | 'D'
              | 'R'
              | 'ACI'
              | 'RCI'
              | 'SII'
              | 'RII'
              | 'BGV'
              | 'BGSD'
              | 'COV'
              | 'MDBU'
              | 'MDBW'
              | 'MDMU'
              | 'MDMW'
              | 'MDRU'
              | 'MDRW'
              | 'IDISU'
              | 'IDISW'
              | 'TI'
              | 'MLD'
              | 'PAR'
              | 'PAF'
            )[]
          | undefined
      }
      answer: GroupsResult
    }
    '/api/v1/compute/coupling': {
      query: {}
      body: { systems: Record<string, readonly (number | null)[]>; weights?: Record<string, number> | undefined }
      answer: CouplingResult
    }
    '/api/v1/compute/evaluation': { query: {}; body: EvaluationRequestSent; answer: EvaluationResult }
    '/api/v1/cities/{city}/frameworks': {
      query: {}
      body:
        | { templateId: string; templateVersion: number; name?: string | undefined }
        | { name: string; nameEn?: string | undefined; body: FrameworkBodySent }
      answer: Framework
    }
    '/api/v1/cities/{city}/evaluations': {
      query: {}
      body: {
        title: string
        frameworkId: string
        frameworkVersion?: number | undefined
        periods: readonly string[]
        areaCodes?: readonly string[] | undefined
        method?: MethodOverridesSent | undefined
      }
      answer: Evaluation
    }
    '/api/v1/cities/{city}/evaluations/{id}/publish': { query: {}; body: PublishRequestSent; answer: EvaluationSummary }
    '/api/v1/cities/{city}/evaluations/{id}/review': { query: {}; body: StepNoteSent; answer: EvaluationSteps }
    '/api/v1/cities/{city}/evaluations/{id}/approve': { query: {}; body: StepNoteSent; answer: EvaluationSteps }
    '/api/v1/cities/{city}/evaluations/{id}/return': { query: {}; body: StepReasonSent; answer: EvaluationSteps }
    '/api/v1/cities/{city}/evaluations/{id}/withdraw': { query: {}; body: StepReasonSent; answer: EvaluationSteps }
    '/api/v1/organisations/{org}/signing-keys': { query: {}; body: null; answer: SigningKey }
    '/api/v1/operator/signing-keys': { query: {}; body: null; answer: SigningKey }
    '/api/v1/organisations/{org}/keys': {
      query: {}
      body: {
        name: string
        scopes: readonly (
          | 'city:read'
          | 'data:read'
          | 'data:write'
          | 'framework:write'
          | 'evaluation:read'
          | 'evaluation:write'
          | 'evaluation:publish'
          | 'group:read'
          | 'assignment:read'
        )[]
        expiresInDays?: number | undefined
      }
      answer: CreatedApiKey
    }
    '/api/v1/operator/organisations': {
      query: {}
      body: {
        kind: 'city' | 'group' | 'assessor'
        slug: string
        name: string
        nameEn?: string | undefined
        regionCode?: string | null | undefined
        owner: { email: string; name: string; password: string }
      }
      answer: Organisation
    }
    '/api/v1/cities/{city}/areas/csv': { query: { fileName?: string }; body: null; answer: ImportRecord }
    '/api/v1/cities/{city}/imports': {
      query: { fileName?: string; period?: string; mapping?: string }
      body: null
      answer: ImportRecord
    }
    '/api/v1/cities/{city}/imports/{id}/commit': { query: {}; body: CommitImportSent; answer: ImportRecord }
    '/api/v1/cities/{city}/imports/{id}/revert': { query: {}; body: null; answer: ImportRecord }
  }
  put: {
    '/api/v1/cities/{city}/frameworks/{id}': {
      query: {}
      body: {
        body: FrameworkBodySent
        note?: string | undefined
        name?: string | undefined
        nameEn?: string | undefined
        id?: string | undefined
        version?: number | undefined
        template?: { id: string; version: number; digest: string } | null | undefined
        indicatorCount?: number | undefined
        domainCount?: number | undefined
        updatedAt?: number | undefined
        digest?: string | undefined
        versions?:
          | readonly { version: number; digest: string; note: string; createdBy: string; createdAt: number }[]
          | undefined
      }
      answer: Framework
    }
    '/api/v1/cities/{city}/areas': {
      query: {}
      body: {
        areas?:
          | readonly {
              code: string
              name: string
              nameEn?: string | undefined
              parentCode?: string | null | undefined
              setting?: 'urban' | 'rural' | null | undefined
              grouping?: string | undefined
              id?: string | undefined
              sort?: number | undefined
            }[]
          | undefined
        items?:
          | readonly {
              code: string
              name: string
              nameEn?: string | undefined
              parentCode?: string | null | undefined
              setting?: 'urban' | 'rural' | null | undefined
              grouping?: string | undefined
              id?: string | undefined
              sort?: number | undefined
            }[]
          | undefined
      }
      answer: AreaList
    }
    '/api/v1/cities/{city}/populations': {
      query: {}
      body: {
        populations?: readonly { areaCode: string; period: string; value: number }[] | undefined
        items?: readonly { areaCode: string; period: string; value: number }[] | undefined
        periods?: readonly string[] | undefined
      }
      answer: Populations
    }
    '/api/v1/cities/{city}/policies': { query: {}; body: PutPoliciesSent; answer: Policies }
  }
  delete: {
    '/api/v1/session': { query: {}; body: null; answer: null }
    '/api/v1/cities/{city}/evaluations/{id}': { query: {}; body: null; answer: null }
    '/api/v1/organisations/{org}/keys/{id}': { query: {}; body: null; answer: null }
    '/api/v1/cities/{city}/areas/{code}': { query: {}; body: null; answer: null }
    '/api/v1/cities/{city}/imports/{id}': { query: {}; body: null; answer: null }
  }
}

export type Health = {
  status: 'ok' | 'degraded'
  engineVersion: string
  regions: { code: string; name: string; nameEn: string; status: 'ok' | 'unavailable' }[]
}

export type Session = {
  user: { id: string; name: string; email: string } | null
  memberships: {
    organisation: Organisation
    role:
      | 'owner'
      | 'data_officer'
      | 'reviewer'
      | 'analyst'
      | 'viewer'
      | 'coordinator'
      | 'representative'
      | 'assessor'
      | 'operator'
  }[]
  demo: {
    accounts: {
      email: string
      password: string
      name: string
      role:
        | 'owner'
        | 'data_officer'
        | 'reviewer'
        | 'analyst'
        | 'viewer'
        | 'coordinator'
        | 'representative'
        | 'assessor'
        | 'operator'
      organisation: string
      organisationEn: string
      path: string
    }[]
  } | null
}

export type Organisation = {
  id: string
  kind: 'city' | 'group' | 'assessor' | 'operator'
  slug: string
  name: string
  nameEn: string
  regionCode: string | null
  isDemo: boolean
}

export type IndicesResult = {
  n: number
  missing: number
  mean: number | null
  weighted: boolean
  indices: Record<
    string,
    | {
        value: number | null
        reason?: string | undefined
        expected?: number | undefined
        normal?: { variance: number | null; z: number | null; p: number | null } | undefined
        random?: { variance: number | null; z: number | null; p: number | null } | undefined
        n?: number | undefined
        style?: 'row' | 'binary' | undefined
        islands?: number | undefined
        permutation?: { p: number; runs: number; seed: number } | null | undefined
        local?:
          | ({
              value: number
              quadrant: 'HH' | 'HL' | 'LH' | 'LL'
              expected: number
              variance: number
              z: number | null
              p: number | null
            } | null)[]
          | undefined
      }
    | { value: { p: number[]; L: number[] } | null; reason?: string | undefined }
    | Record<string, Measure>
  >
  decomposition?:
    | {
        theilT: {
          total: number | null
          between: number | null
          within: number | null
          groups: {
            key: string
            share: number
            valueShare: number
            mean: number
            value: number | null
            contribution: number
          }[]
          reason?: string | undefined
        }
        theilL: {
          total: number | null
          between: number | null
          within: number | null
          groups: {
            key: string
            share: number
            valueShare: number
            mean: number
            value: number | null
            contribution: number
          }[]
          reason?: string | undefined
        }
        gini: {
          total: number | null
          between: number | null
          within: number | null
          groups: {
            key: string
            share: number
            valueShare: number
            mean: number
            value: number | null
            contribution: number
          }[]
          reason?: string | undefined
          transvariation: number | null
          pairs: { a: string; b: string; value: number | null; affluence: number | null }[]
        }
      }
    | undefined
  convention: string
}

export type Measure = { value: number | null; reason?: string | undefined }

export type CompositeResult = {
  scores: Record<string, (number | null)[]>
  normalised: Record<string, (number | null)[]>
  ranks: Record<string, (number | null)[]>
  weights: Record<string, { local: number; effective: number }>
  imputed: {
    indicator: string
    area: string
    period?: string | undefined
    before: number | null
    after: number
    action: string
  }[]
  treated: {
    indicator: string
    area: string
    period?: string | undefined
    before: number | null
    after: number
    action: string
  }[]
  clipped: {
    indicator: string
    area: string
    period?: string | undefined
    before: number | null
    after: number
    action: string
  }[]
  warnings: Warning[]
  grades: Record<string, (string | null)[]>
  importance: Record<string, { code: string; nominal: number; correlation: number | null; importance: number | null }[]>
}

export type Warning = { code: string; path?: string | undefined; message: string }

export type ComputeNodeSent = {
  code: string
  name?: string | undefined
  weight?: number | undefined
  direction?: 'benefit' | 'cost' | undefined
  target?: number | readonly [number, number] | undefined
  goalposts?: readonly [number, number] | undefined
  anchors?: readonly [number, number] | undefined
  children?: readonly ComputeNodeSent[] | undefined
}

export type CompositeMethodSent = {
  imputation?: 'none' | 'periodMedian' | 'locf' | undefined
  imputationOptions?: { maxCarry?: number | undefined } | undefined
  treatment?: 'none' | 'winsorise' | 'tukey' | undefined
  treatmentOptions?:
    | {
        skewness?: number | undefined
        kurtosis?: number | undefined
        maxPoints?: number | undefined
        k?: number | undefined
      }
    | undefined
  normalisation: 'minmax' | 'target' | 'zscore' | 'efficacy' | 'rank' | 'borda' | 'distanceToTarget'
  normalisationOptions?:
    | {
        cap?: boolean | undefined
        clip?: boolean | undefined
        ties?: 'average' | 'min' | undefined
        mean?: number | undefined
        sd?: number | undefined
        floor?: number | undefined
      }
    | undefined
  bounds?: 'sample' | 'pooled' | 'goalposts' | 'anchors' | Record<string, readonly [number, number]> | undefined
  weighting?: 'equal' | 'given' | 'entropy' | 'critic' | 'pca' | 'scatter' | 'combined' | undefined
  weightingOptions?:
    | {
        shift?: number | undefined
        absolute?: boolean | undefined
        scope?: 'leaves' | 'siblings' | undefined
        of?:
          | readonly [
              'equal' | 'given' | 'entropy' | 'critic' | 'pca' | 'scatter',
              'equal' | 'given' | 'entropy' | 'critic' | 'pca' | 'scatter',
            ]
          | undefined
        rule?: 'multiplicative' | 'convex' | undefined
        alpha?: number | undefined
      }
    | undefined
  aggregation:
    | 'arithmetic'
    | 'geometric'
    | 'harmonic'
    | 'topsis'
    | {
        default: 'arithmetic' | 'geometric' | 'harmonic'
        byDepth?: Record<string, 'arithmetic' | 'geometric' | 'harmonic'> | undefined
        byCode?: Record<string, 'arithmetic' | 'geometric' | 'harmonic'> | undefined
      }
  topsisOptions?: { on?: 'vector' | 'normalised' | undefined } | undefined
  missing?: 'renormalise' | 'strict' | undefined
  minCoverage?: number | undefined
  coverageBy?: 'weight' | 'count' | 'leaves' | undefined
  scale?: number | readonly [number, number] | undefined
}

export type WeightsResult =
  | {
      weights: number[]
      lambdaMax: number
      ci: number
      cr: number | null
      consistent: boolean
      worst: { row: number; column: number; value: number; suggested: number; crAfter: number | null } | null
    }
  | {
      mean: number[]
      cv: (number | null)[]
      kendallW: number | null
      chi2: number | null
      df: number
      p: number | null
      weights: number[]
      rounds: {
        mean: number[]
        cv: (number | null)[]
        kendallW: number | null
        chi2: number | null
        df: number
        p: number | null
      }[]
    }
  | {
      weights: Record<string, number>
      detail?:
        | {
            entropy?: Record<string, number> | undefined
            information?: Record<string, number> | undefined
            loading?: Record<string, number> | undefined
            eigenvalue?: number | undefined
            explained?: number | undefined
          }
        | undefined
      warnings?: Warning[] | undefined
    }

export type SensitivityResult = {
  ranks: {
    area: string
    nominal: number | null
    median: number | null
    p05: number | null
    p95: number | null
    topShare: number | null
    missingShare: number
  }[]
  drivers: {
    choice: 'weights' | 'treatment' | 'normalisation' | 'aggregation' | 'leaveOneOut' | 'noise'
    firstOrder: number | null
    total: number | null
    firstOrderInterval: [number, number] | null
    totalInterval: [number, number] | null
    reason?: string | undefined
  }[]
  shift: { median: number; p05: number; p95: number }
  correlation: { median: number; p05: number; p95: number } | null
  seed: number
  runs: number
  topK: number
  driverRuns: number
  evaluations: number
  warnings: Warning[]
}

export type GroupsResult = { measures: Record<string, Measure>; convention: string }

export type CouplingResult = {
  C: (number | null)[]
  T: (number | null)[]
  D: (number | null)[]
  grade: (string | null)[]
  level: (number | null)[]
  reason: (string | null)[]
  classes: { level: number; from: number; to: number; zh: string; en: string }[]
  weights: Record<string, number>
  warnings: Warning[]
}

export type EvaluationResult = {
  results: {
    areas: { code: string; name: string; nameEn: string; setting: 'urban' | 'rural' | null; grouping: string }[]
    nodes: EvaluationNode[]
    series: Record<
      string,
      {
        score: (number | null)[]
        realization: (number | null)[]
        degree: (number | null)[]
        gini: (number | null)[]
        cv: (number | null)[]
        theilT: (number | null)[]
      }
    >
    headline: EvaluationHeadline
    equality: EqualityConvention
    scoresOverTime: 'comparable' | 'sample-bounds'
    weightedPeriods: Record<string, boolean>
    adjusted: {
      kind: 'treated' | 'imputed' | 'clipped'
      indicator: string
      area: string
      period: string
      from: number | null
      to: number | null
      note: string
    }[]
    warnings: Warning[]
    periods: ComputedPeriod[]
  }
  engineVersion: string
  inputDigest: string
  resultDigest: string
  sameInputs: boolean | null
}

export type EvaluationNode = {
  code: string
  parent: string | null
  kind: 'root' | 'dimension' | 'domain' | 'category' | 'indicator'
  name: string
  nameEn: string
  localWeight: number
  effectiveWeight: number
  unit: string | null
  direction: 'benefit' | 'cost' | null
  target: number | [number, number] | null
  targetSource: AnchorSource | null
  floor: number | null
  floorSource: AnchorSource | null
  scale: MeasuringScale | null
  denominator: string | null
  caution: string | null
  breaks: DefinitionBreak[]
  estimatedShare: number
}

export type AnchorSource = { kind: 'standard' | 'plan' | 'estimated'; document: string; year: number | null }

export type AnchorSourceSent = { kind: 'standard' | 'plan' | 'estimated'; document: string; year: number | null }

export type MeasuringScale = { kind: 'ratio' } | { kind: 'bounded'; low: number; high: number }

export type MeasuringScaleSent = { kind: 'ratio' } | { kind: 'bounded'; low: number; high: number }

export type DefinitionBreak = { period: string; note: string }

export type DefinitionBreakSent = { period: string; note: string }

export type EvaluationHeadline = {
  period: string
  previousPeriod: string | null
  score: number | null
  previousScore: number | null
  lowest: { area: string; name: string; nameEn: string; score: number } | null
  highest: { area: string; name: string; nameEn: string; score: number } | null
  realization: number | null
  previousRealization: number | null
  realizationCoverage: number
  degree: number | null
  previousDegree: number | null
  degreeCoverage: number
  equality: EqualityConvention
  areaCount: number
  scoreCv: number | null
  weighted: boolean
}

export type EqualityConvention = {
  family: 'cv' | 'gini'
  weighting: 'population' | 'none'
  sd: 'population'
  fewest: number
}

export type ComputedPeriod = {
  period: string
  normalised: Record<string, (number | null)[]>
  scores: Record<string, (number | null)[]>
  ranks: Record<string, (number | null)[]>
  cityScores: Record<string, number | null>
  indices: Record<string, NodeIndices>
  equality: Record<string, EqualityLine>
  realization: Record<string, RealizationColumns>
  decompositions: {
    by: 'setting' | 'grouping'
    code: string
    weighted: boolean
    theilT: {
      total: number
      between: number
      within: number
      groups: {
        key: string
        n: number
        share: number
        mean: number
        value: number | null
        contribution: number | null
      }[]
    } | null
    theilL: {
      total: number
      between: number
      within: number
      groups: {
        key: string
        n: number
        share: number
        mean: number
        value: number | null
        contribution: number | null
      }[]
    } | null
    reason?: string | undefined
  }[]
}

export type NodeIndices = {
  n: number
  missing: number
  mean: number | null
  unweighted: Record<string, Measure>
  weighted: Record<string, Measure> | null
}

export type EqualityLine = {
  degree: number | null
  reason?: string | undefined
  coverage: number
  clipped: boolean
  index: number | null
  n: number
  mean: number | null
  sd: number | null
  sampleSd: number | null
  meanDifference: number | null
}

export type RealizationColumns = {
  areas: (number | null)[]
  coverage: number[]
  city: number | null
  cityCoverage: number
}

export type EvaluationRequestSent = {
  snapshot: {
    areas: readonly {
      code: string
      name: string
      nameEn: string
      setting: 'urban' | 'rural' | null
      grouping: string
    }[]
    periods: readonly {
      period: string
      populations: readonly (number | null)[]
      values: Record<string, readonly (number | null)[]>
    }[]
  }
  framework: FrameworkBodySent
  options: MethodOptionsSent
  engineVersion?: string | undefined
  inputDigest?: string | undefined
}

export type TreeNode = {
  code: string
  name: string
  nameEn: string
  kind: 'root' | 'dimension' | 'domain' | 'category' | 'indicator'
  weight: number
  indicator?:
    | {
        unit: string
        direction: 'benefit' | 'cost'
        target: number | [number, number] | null
        targetSource?: AnchorSource | undefined
        goalposts: [number, number] | null
        floor: number | null
        floorSource?: AnchorSource | undefined
        scale?: MeasuringScale | undefined
        caution?: string | undefined
        breaks?: DefinitionBreak[] | undefined
        layer: string
        department: string
        numerator: string
        denominator: string
        source: string
        plausibleLow: number | null
        plausibleHigh: number | null
      }
    | undefined
  children?: TreeNode[] | undefined
}

export type TreeNodeSent = {
  code: string
  name: string
  nameEn: string
  kind: 'root' | 'dimension' | 'domain' | 'category' | 'indicator'
  weight: number
  indicator?:
    | {
        unit: string
        direction: 'benefit' | 'cost'
        target: number | readonly [number, number] | null
        targetSource?: AnchorSourceSent | undefined
        goalposts: readonly [number, number] | null
        floor: number | null
        floorSource?: AnchorSourceSent | undefined
        scale?: MeasuringScaleSent | undefined
        caution?: string | undefined
        breaks?: readonly DefinitionBreakSent[] | undefined
        layer: string
        department: string
        numerator: string
        denominator: string
        source: string
        plausibleLow: number | null
        plausibleHigh: number | null
      }
    | undefined
  children?: readonly TreeNodeSent[] | undefined
}

export type MethodOptions = {
  treatment: 'none' | 'winsorise' | 'tukey'
  imputation: 'none' | 'median' | 'locf'
  normalisation: 'minmax' | 'target' | 'zscore' | 'efficacy' | 'rank'
  bounds: 'sample' | 'pooled' | 'goalposts' | 'anchors'
  weighting: 'given' | 'equal'
  aggregation: 'arithmetic' | 'geometric' | 'harmonic'
  missing: 'renormalise' | 'strict'
  minCoverage: number
  equalityFamily: 'cv' | 'gini'
  equalityWeighting: 'population' | 'none'
  realizationCoverage: number
}

export type MethodOptionsSent = {
  treatment?: 'none' | 'winsorise' | 'tukey' | undefined
  imputation?: 'none' | 'median' | 'locf' | undefined
  normalisation?: 'minmax' | 'target' | 'zscore' | 'efficacy' | 'rank' | undefined
  bounds?: 'sample' | 'pooled' | 'goalposts' | 'anchors' | undefined
  weighting?: 'given' | 'equal' | undefined
  aggregation?: 'arithmetic' | 'geometric' | 'harmonic' | undefined
  missing?: 'renormalise' | 'strict' | undefined
  minCoverage?: number | undefined
  equalityFamily?: 'cv' | 'gini' | undefined
  equalityWeighting?: 'population' | 'none' | undefined
  realizationCoverage?: number | undefined
}

export type FrameworkBody = { root: TreeNode; method: MethodOptions }

export type FrameworkBodySent = { root: TreeNodeSent; method: MethodOptionsSent }

export type TemplateList = { items: TemplateSummary[] }

export type TemplateSummary = {
  id: string
  slug: string
  name: string
  nameEn: string
  summary: string
  summaryEn: string
  ownerName: string | null
  latestVersion: number
  indicatorCount: number
  domainCount: number
  versions: { version: number; digest: string; notes: string; publishedAt: number }[]
}

export type TemplateVersion = {
  id: string
  slug: string
  name: string
  nameEn: string
  version: number
  digest: string
  notes: string
  publishedAt: number
  body: FrameworkBody
}

export type FrameworkList = { items: FrameworkSummary[]; nextCursor: string | null }

export type FrameworkSummary = {
  id: string
  name: string
  nameEn: string
  version: number
  template: { id: string; version: number; digest: string } | null
  indicatorCount: number
  domainCount: number
  updatedAt: number
}

export type Framework = {
  id: string
  name: string
  nameEn: string
  version: number
  template: { id: string; version: number; digest: string } | null
  indicatorCount: number
  domainCount: number
  updatedAt: number
  body: FrameworkBody
  digest: string
  versions: { version: number; digest: string; note: string; createdBy: string; createdAt: number }[]
}

export type FrameworkDiff = {
  added: { code: string; name: string }[]
  removed: { code: string; name: string }[]
  changed: {
    code: string
    name: string
    field: string
    from: string | number | boolean | null | (string | number | boolean | null)[]
    to: string | number | boolean | null | (string | number | boolean | null)[]
  }[]
}

export type EvaluationSummary = {
  id: string
  title: string
  state: 'draft' | 'reviewed' | 'approved' | 'published' | 'superseded' | 'withdrawn'
  frameworkId: string
  frameworkName: string
  frameworkVersion: number
  periods: string[]
  areaCount: number
  indicatorCount: number
  missingCount: number
  warningCount: number
  headline: EvaluationHeadline
  engineVersion: string
  inputDigest: string
  resultDigest: string
  createdBy: string
  createdAt: number
  publishedAt: number | null
  publicationId: string | null
}

export type Evaluation = {
  id: string
  title: string
  state: 'draft' | 'reviewed' | 'approved' | 'published' | 'superseded' | 'withdrawn'
  frameworkId: string
  frameworkName: string
  frameworkVersion: number
  periods: string[]
  areaCount: number
  indicatorCount: number
  missingCount: number
  warningCount: number
  headline: EvaluationHeadline
  engineVersion: string
  inputDigest: string
  resultDigest: string
  createdBy: string
  createdAt: number
  publishedAt: number | null
  publicationId: string | null
  method: MethodOptions
  equality: EqualityConvention
  scoresOverTime: 'comparable' | 'sample-bounds'
  areas: { code: string; name: string; nameEn: string; setting: 'urban' | 'rural' | null; grouping: string }[]
  nodes: EvaluationNode[]
  series: Record<
    string,
    {
      score: (number | null)[]
      realization: (number | null)[]
      degree: (number | null)[]
      gini: (number | null)[]
      cv: (number | null)[]
      theilT: (number | null)[]
    }
  >
  warnings: Warning[]
  adjusted: {
    kind: 'treated' | 'imputed' | 'clipped'
    indicator: string
    area: string
    period: string
    from: number | null
    to: number | null
    note: string
  }[]
  weightedPeriods: Record<string, boolean>
}

export type MethodOverridesSent = {
  treatment?: 'none' | 'winsorise' | 'tukey' | undefined
  imputation?: 'none' | 'median' | 'locf' | undefined
  normalisation?: 'minmax' | 'target' | 'zscore' | 'efficacy' | 'rank' | undefined
  bounds?: 'sample' | 'pooled' | 'goalposts' | 'anchors' | undefined
  weighting?: 'given' | 'equal' | undefined
  aggregation?: 'arithmetic' | 'geometric' | 'harmonic' | undefined
  missing?: 'renormalise' | 'strict' | undefined
  minCoverage?: number | undefined
  equalityFamily?: 'cv' | 'gini' | undefined
  equalityWeighting?: 'population' | 'none' | undefined
  realizationCoverage?: number | undefined
}

export type PeriodResult = {
  period: string
  populations: (number | null)[]
  values: Record<string, (number | null)[]>
  normalised: Record<string, (number | null)[]>
  scores: Record<string, (number | null)[]>
  ranks: Record<string, (number | null)[]>
  cityScores: Record<string, number | null>
  indices: Record<string, NodeIndices>
  equality: Record<string, EqualityLine>
  realization: Record<string, RealizationColumns>
  decompositions: {
    by: 'setting' | 'grouping'
    code: string
    weighted: boolean
    theilT: {
      total: number
      between: number
      within: number
      groups: {
        key: string
        n: number
        share: number
        mean: number
        value: number | null
        contribution: number | null
      }[]
    } | null
    theilL: {
      total: number
      between: number
      within: number
      groups: {
        key: string
        n: number
        share: number
        mean: number
        value: number | null
        contribution: number | null
      }[]
    } | null
    reason?: string | undefined
  }[]
  gaps: TargetGap[]
  gapCount: number
}

export type TargetGap = {
  indicator: string
  area: string
  value: number
  target: number | [number, number]
  targetKind: 'standard' | 'plan' | 'estimated'
  gap: number
  gapShare: number
  inRange: number | null
  priority: number | null
  people: number | null
  peopleBasis: 'target-population' | 'area-population' | null
}

export type EvaluationInputs = {
  snapshot: {
    areas: { code: string; name: string; nameEn: string; setting: 'urban' | 'rural' | null; grouping: string }[]
    periods: { period: string; populations: (number | null)[]; values: Record<string, (number | null)[]> }[]
  }
  framework: FrameworkBody
  options: MethodOptions
  engineVersion: string
  inputDigest: string
}

export type PublishRequestSent = {
  raw?: RawRequestSent | undefined
  embargoUntil?: number | undefined
  corrects?: { publicationId: string; reason: string } | undefined
}

export type RawRequestSent = 'withheld' | 'published' | { published: readonly string[] }

export type EvaluationSteps = {
  state: 'draft' | 'reviewed' | 'approved' | 'published' | 'superseded' | 'withdrawn'
  moves: ('review' | 'approve' | 'return' | 'publish' | 'withdraw')[]
  policy: 'one-step' | 'four-eyes'
  steps: {
    act: 'review' | 'approve' | 'return' | 'publish' | 'withdraw'
    to: 'draft' | 'reviewed' | 'approved' | 'published' | 'superseded' | 'withdrawn'
    by: string
    byName: string
    reason: string
    at: number
  }[]
  release: Release | null
}

export type Release = {
  id: string
  basis: 'publication' | 'consent' | 'report'
  audience: string
  evaluationId: string
  title: string
  published: string[]
  from: number
  leftAt: number | null
  supersedes: string | null
  supersededBy: string | null
  reason: string
  createdBy: string
  createdByName: string
  createdAt: number
  withdrawn: { at: number; reason: string; by: string; byName: string } | null
}

export type StepNoteSent = { note?: string | undefined }

export type StepReasonSent = { reason: string }

export type PublicationPreview = {
  verdict: 'allowed' | 'refused'
  reasons: { code: string; message: string; wouldPass: string }[]
  fields: { what: string; count: number; nodes: string[] }[]
  disclosure: Disclosure
}

export type KeptBack = {
  what: 'areaScores' | 'areaRealization' | 'cityScores' | 'cityRealization' | 'means' | 'degrees' | 'values'
  node: string
  period: string | null
  reason:
    | 'chosen'
    | 'few-areas'
    | 'single-indicator'
    | 'solvable'
    | 'method'
    | 'too-many-cells'
    | 'with-earlier'
    | 'earlier-release'
}

export type Disclosure = {
  raw: 'withheld' | 'published' | 'partly'
  published: string[]
  withheld: string[]
  figures: number
  areaDecimals: number
  fewestAreas: number
  kept: KeptBack[]
}

export type RegionList = { items: Region[] }

export type Region = {
  code: string
  name: string
  nameEn: string
  cityCount: number
  publishedCityCount: number
  available: boolean
}

export type PublicationSummary = {
  id: string
  city: Organisation
  title: string
  frameworkName: string
  frameworkVersion: number
  template: { id: string; name: string; nameEn: string; version: number } | null
  firstPeriod: string
  lastPeriod: string
  digest: string
  series: string
  headlineScore: number | null
  realization: number | null
  realizationCoverage: number | null
  degree: number | null
  degreeCoverage: number | null
  equality: EqualityConvention | null
  publishedAt: number
  isLatest: boolean
  supersedes: string | null
  supersededBy: string | null
  correctionReason: string
  withdrawn: Withdrawal | null
}

export type Withdrawal = { at: number; reason: string }

export type Publication = {
  format: string
  id: string
  city: Organisation
  title: string
  frameworkName: string
  frameworkVersion: number
  template: { id: string; name: string; nameEn: string; version: number } | null
  firstPeriod: string
  lastPeriod: string
  digest: string
  digestOf: 'inputs' | 'sealed'
  headlineScore: number | null
  realization: number | null
  realizationCoverage: number | null
  degree: number | null
  degreeCoverage: number | null
  equality: EqualityConvention | null
  publishedAt: number
  licence: string
  evaluation: {
    method: MethodOptions
    scoresOverTime: 'comparable' | 'sample-bounds'
    areaCount: number
    indicatorCount: number
    missingCount: number
    engineVersion: string
    inputDigest: string | null
    resultDigest: string | null
    weightedPeriods: Record<string, boolean>
    warnings: PublishedWarning[]
  } | null
  periods: string[]
  areas: { code: string; name: string; nameEn: string; setting: 'urban' | 'rural' | null; grouping: string }[]
  nodes: EvaluationNode[]
  latest: PublishedPeriod | null
  disclosure: Disclosure
  corrects?: { id: string; reason: string } | undefined
  auditHead?: { size: number; root: string; at: number; keyId: string; signature: string } | undefined
  seal?: Seal | undefined
}

export type PublishedWarning = {
  code: string
  path?: string | undefined
  about?: { name: string; nameEn: string } | undefined
  period?: string | undefined
  message?: string | undefined
}

export type PublishedPeriod = {
  period: string
  weighted: boolean
  cityScores: Record<string, number | null>
  degrees: Record<string, { degree: number | null; coverage: number; clipped: boolean }>
  realization: Record<string, { city: number | null; coverage: number }>
  scores: Record<string, (number | null)[]>
  ranks: Record<string, (number | null)[]>
  areaRealization: Record<string, (number | null)[]>
  indicators: Record<
    string,
    { n: number; mean: number | null; degree: number | null; values: (number | null)[] | null }
  >
}

export type Seal = {
  format: 'junheng/seal@1'
  parts: SealedPart[]
  root: string
  signature?: { keyId: string; signature: string } | undefined
}

export type SealedPart = { part: string; digest: string; numbers?: { root: string; size: number } | undefined }

export type PublishedNodes = {
  nodes: EvaluationNode[]
  series: Record<string, { score: (number | null)[]; degree: (number | null)[]; realization: (number | null)[] }>
}

export type PublicInputs = {
  snapshot: {
    areas: { code: string; name: string; nameEn: string; setting: 'urban' | 'rural' | null; grouping: string }[]
    periods: { period: string; populations: (number | null)[]; values: Record<string, (number | null)[]> }[]
  }
  framework: FrameworkBody
  options: MethodOptions
  engineVersion: string
  inputDigest: string
  resultDigest: string
}

export type Bundle = {
  format: 'junheng/bundle@2' | 'junheng/bundle@1'
  publication: string
  address: string
  head: Publication
  nodes: PublishedNodes | null
  periods: PublishedPeriod[]
  keys?: SealKey[] | undefined
  inputs: PublicInputs | null
}

export type SealKey = { keyId: string; owner: string; publicKey: string }

export type Proof = {
  format: 'junheng/proof@1'
  publication: string
  leaf: { area: string | null; node: string; numbers: Record<string, number | null>; period: string }
  index: number
  size: number
  path: string[]
  part: SealedPart
  partIndex: number
  partSize: number
  partPath: string[]
  root: string
}

export type PublicationChanges = {
  from: string
  to: string
  reason: string
  compared: number
  changed: number
  what: ('framework' | 'method' | 'periods' | 'areas' | 'disclosure' | 'engine')[]
  headline: { what: 'score' | 'realization' | 'degree'; from: number | null; to: number | null }[]
  changes: {
    period: string
    node: string
    name: string
    nameEn: string
    area: string | null
    areaName: string | null
    what: string
    from: number | null
    to: number | null
  }[]
}

export type Comparison = {
  nodes: { code: string; name: string; nameEn: string; kind: string; inAll: boolean }[]
  periods: string[]
  cities: {
    publication: PublicationSummary
    method: MethodOptions
    areaCount: number
    periods: string[]
    values: Record<string, Record<string, (number | null)[]>>
  }[]
  comparable: { score: boolean; realization: boolean; degree: boolean }
  notes: {
    code:
      | 'different-framework'
      | 'different-framework-version'
      | 'different-normalisation'
      | 'relative-scores'
      | 'different-aggregation'
      | 'different-periods'
      | 'unweighted'
      | 'different-equality'
      | 'different-targets'
      | 'different-unit-count'
    severity: 'info' | 'caution' | 'not-comparable'
    publicationIds: string[]
    message: string
  }[]
}

export type Overview = {
  city: Organisation
  role:
    | 'owner'
    | 'data_officer'
    | 'reviewer'
    | 'analyst'
    | 'viewer'
    | 'coordinator'
    | 'representative'
    | 'assessor'
    | 'operator'
    | null
  permissions: string[]
  counts: {
    areas: number
    frameworks: number
    observations: number
    imports: number
    evaluations: number
    published: number
  }
  latest: {
    evaluation: EvaluationSummary
    series: {
      score: (number | null)[]
      realization: (number | null)[]
      degree: (number | null)[]
      gini: (number | null)[]
      cv: (number | null)[]
      theilT: (number | null)[]
    }
    domains: {
      code: string
      name: string
      nameEn: string
      score: number | null
      previousScore: number | null
      realization: number | null
      degree: number | null
    }[]
    worstGaps: {
      indicator: string
      indicatorName: string
      indicatorNameEn: string
      unit: string
      area: string
      areaName: string
      areaNameEn: string
      value: number
      target: number | [number, number]
      targetKind: 'standard' | 'plan' | 'estimated'
      targetSource?: AnchorSource | null | undefined
      gap: number
      gapShare: number
      inRange: number | null
      priority: number | null
      people: number | null
      peopleBasis: 'target-population' | 'area-population' | null
    }[]
    estimatedShare: number | null
    scoresOverTime: 'comparable' | 'sample-bounds'
  } | null
  completeness: {
    period: string
    domains: { code: string; name: string; nameEn: string; filled: number; expected: number }[]
  } | null
  due: {
    kind:
      | 'no-areas'
      | 'no-population'
      | 'no-framework'
      | 'no-data'
      | 'missing-values'
      | 'draft-evaluation'
      | 'rejected-import'
      | 'staged-import'
      | 'relay-waiting'
    count: number
    link: string
  }[]
}

export type Catalogue = {
  edition: '2021' | '2023'
  title: string
  source: string
  note: string
  noteEn: string
  domains: {
    code: string
    name: string
    nameEn: string
    categories: {
      code: string
      name: string
      nameEn: string
      items: {
        code: string
        name: string
        verified: boolean
        change: 'added' | 'raised' | 'widened' | 'renamed' | null
        previousName: string | null
      }[]
    }[]
  }[]
  counts: { domains: number; categories: number; items: number }
}

export type CatalogueDiff = {
  from: '2021'
  to: '2023'
  changes: {
    kind: 'added' | 'raised' | 'widened' | 'renamed'
    code: string | null
    categoryCode: string | null
    name: string
    previousName: string | null
  }[]
  wordingChangedItems: number
  leadUnitChangedItems: number
  rule: string
  ruleEn: string
}

export type PilotLibrary = {
  source: string
  types: Record<string, { name: string; nameEn: string }>
  pilots: {
    no: number
    province: string
    name: string
    body: string
    type: 'regional' | 'special' | 'comprehensive'
    domains: string[]
    results: {
      metric: string
      value?: number | undefined
      before?: number | undefined
      after?: number | undefined
      unit: string
      above?: true | undefined
      parts?: number[] | undefined
      note?: string | undefined
      noteEn?: string | undefined
    }[]
    note?: string | undefined
    noteEn?: string | undefined
  }[]
}

export type PlanTargets = {
  source: string
  note: string
  indicators: {
    domain: string
    name: string
    unit: string
    direction: 'benefit' | 'cost'
    target2025: number
    relation: string
    comparableBetweenAreas: boolean
  }[]
}

export type Member = {
  userId: string
  name: string
  email: string
  role:
    | 'owner'
    | 'data_officer'
    | 'reviewer'
    | 'analyst'
    | 'viewer'
    | 'coordinator'
    | 'representative'
    | 'assessor'
    | 'operator'
  joinedAt: number
}

export type AuditEntry = {
  id: string
  seq: number | null
  actor: string
  action: string
  target: string
  detail: Record<string, string | number | boolean | null | (string | number | boolean | null)[]>
  requestId: string
  createdAt: number
}

export type AuditHead = {
  log: string
  state: 'signed' | 'unsigned' | 'halted'
  acts: number
  size: number
  root: string
  at: number | null
  keyId: string | null
  signature: string | null
  halt: { seq: number; reason: 'missing' | 'moved' | 'hashes' } | null
}

export type InclusionProof = {
  log: string
  seq: number
  id: string
  size: number
  root: string
  entry: string
  leafHash: string
  proof: string[]
}

export type ConsistencyProof = {
  log: string
  first: number
  second: number
  firstRoot: string
  secondRoot: string
  proof: string[]
}

export type SigningKey = {
  keyId: string
  owner: string
  publicKey: string
  createdAt: number
  retiredAt: number | null
}

export type ApiKey = {
  id: string
  name: string
  prefix: string
  scopes: string[]
  isDemo: boolean
  createdAt: number
  expiresAt: number | null
  revokedAt: number | null
  lastUsedAt: number | null
}

export type CreatedApiKey = { key: string; apiKey: ApiKey }

export type GroupOverview = {
  group: Organisation
  role:
    | 'owner'
    | 'data_officer'
    | 'reviewer'
    | 'analyst'
    | 'viewer'
    | 'coordinator'
    | 'representative'
    | 'assessor'
    | 'operator'
    | null
  members: { city: Organisation; latest: PublicationSummary | null }[]
}

export type Assignment = {
  id: string
  assessor: Organisation
  city: Organisation
  purpose: string
  actions: string[]
  startsAt: number
  endsAt: number
  active: boolean
}

export type OperatorOrganisation = {
  id: string
  kind: 'city' | 'group' | 'assessor' | 'operator'
  slug: string
  name: string
  nameEn: string
  regionCode: string | null
  isDemo: boolean
  status: string
  createdAt: number
  memberCount: number
  publicationCount: number
}

export type OperatorHealth = {
  regions: {
    code: string
    name: string
    nameEn: string
    reachable: boolean
    waiting: number
    oldestWaitingAt: number | null
    failing: number
  }[]
}

export type AreaList = { items: Area[] }

export type Area = {
  id: string
  code: string
  name: string
  nameEn: string
  parentCode: string | null
  setting: 'urban' | 'rural' | null
  grouping: string
  sort: number
}

export type ImportRecord = {
  id: string
  kind: 'observations' | 'areas'
  fileName: string
  fileDigest: string
  sizeBytes: number
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'unknown'
  layout: 'long' | 'wide' | 'unknown'
  state: 'rejected' | 'ready' | 'committed' | 'discarded' | 'reverted'
  rowCount: number
  checkedRowCount: number
  columnCount: number
  checkedColumnCount: number
  valueCount: number
  missingCount: number
  changedCount: number
  newCount: number
  problemCount: number
  faultCount: number
  reasonCount: number
  warningCount: number
  problemRowCount: number
  problems: ImportProblem[]
  mapping: ImportMappingEntry[]
  areaChanges: AreaChanges | null
  periods: string[]
  indicators: { code: string; name: string; values: number }[]
  areaCount: number
  sample: string[][]
  sampleRows: number[]
  createdBy: string
  createdByName: string
  createdAt: number
  committedAt: number | null
  changeSetId: string | null
}

export type ImportProblem = {
  id: string
  row: number | null
  column: string | null
  code: string
  severity: 'error' | 'reason' | 'warning'
  value: string | null
  count: number
  rowCount: number
  places: { row: number | null; column: string | null; value: string | null; hint: string | null }[]
  suggestions: {
    kind: 'indicator' | 'area' | 'column'
    text: string
    code: string
    name: string
    nameEn: string
    isSafe: boolean
  }[]
  reason: ImportReason | null
  place: string
  what: string
  todo: string
  message: string
}

export type ImportReason = { text: string; by: string; byName: string; at: number }

export type ImportMappingEntry = { kind: 'indicator' | 'area'; text: string; code: string; name: string; uses: number }

export type AreaChanges = {
  newCount: number
  changedCount: number
  sameCount: number
  absentCount: number
  items: {
    row: number
    code: string
    name: string
    nameEn: string
    isNew: boolean
    fields: {
      field: 'name' | 'nameEn' | 'parentCode' | 'setting' | 'grouping' | 'population'
      period: string | null
      old: string | null
      new: string | null
    }[]
    fieldCount: number
  }[]
  absent: { code: string; name: string; nameEn: string }[]
}

export type Populations = { periods: string[]; items: { areaCode: string; period: string; value: number }[] }

export type ObservationMatrix = {
  period: string
  periods: string[]
  areas: { id: string; code: string; name: string; nameEn: string }[]
  indicators: {
    code: string
    name: string
    nameEn: string
    unit: string
    direction: 'benefit' | 'cost'
    domainCode: string
  }[]
  domains: { code: string; name: string; nameEn: string }[]
  values: (number | null)[][]
  asOf: AsOfPosition | null
}

export type AsOfPosition = { setId: string; seq: number; at: number }

export type Completeness = {
  periods: string[]
  expected: number
  domains: { code: string; name: string; nameEn: string }[]
  indicators: { code: string; name: string; nameEn: string; domainCode: string; filled: number[] }[]
}

export type ImportPage = { items: ImportSummary[]; nextCursor: string | null }

export type ImportSummary = {
  id: string
  kind: 'observations' | 'areas'
  fileName: string
  fileDigest: string
  sizeBytes: number
  encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'unknown'
  layout: 'long' | 'wide' | 'unknown'
  state: 'rejected' | 'ready' | 'committed' | 'discarded' | 'reverted'
  rowCount: number
  checkedRowCount: number
  columnCount: number
  checkedColumnCount: number
  valueCount: number
  missingCount: number
  changedCount: number
  newCount: number
  problemCount: number
  faultCount: number
  reasonCount: number
  warningCount: number
  problemRowCount: number
  periods: string[]
  areaCount: number
  createdBy: string
  createdByName: string
  createdAt: number
  committedAt: number | null
}

export type CommitImportSent = { reason?: string | undefined; reasons?: Record<string, string> | undefined }

export type ChangeSetPage = { items: ChangeSet[]; nextCursor: string | null }

export type ChangeSet = {
  id: string
  seq: number | null
  kind: 'entry' | 'import' | 'api' | 'revert' | 'merge' | 'backfill'
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn'
  note: string
  importId: string | null
  revertsId: string | null
  revertedById: string | null
  cellCount: number
  createdBy: string
  createdByName: string
  createdAt: number
  submittedBy: string | null
  submittedAt: number | null
  decidedBy: string | null
  decidedAt: number | null
  reason: string
  appliedAt: number | null
}

export type ChangeSetCells = { items: ChangeCell[]; nextCursor: string | null; set: ChangeSet }

export type ChangeCell = {
  indicator: string
  indicatorName: string
  indicatorNameEn: string
  period: string
  areaId: string
  areaCode: string | null
  areaName: string
  areaNameEn: string
  oldValue: number | null
  newValue: number | null
  unit: string
  missingReason: string | null
  note: string | null
  evidence: string | null
  sourceRow: number | null
}

export type CellHistory = { items: CellChange[]; nextCursor: string | null }

export type CellChange = {
  setId: string
  seq: number
  kind: 'entry' | 'import' | 'api' | 'revert' | 'merge' | 'backfill'
  importId: string | null
  revertsId: string | null
  by: string
  byName: string
  at: number
  oldValue: number | null
  newValue: number | null
  unit: string
  missingReason: string | null
  note: string | null
  evidence: string | null
  sourceRow: number | null
}

export type Policies = { review: 'one-step' | 'four-eyes' }

export type PutPoliciesSent = { review: 'one-step' | 'four-eyes' }

export type SigningKeys = { format: 'junheng/keys@1'; algorithm: 'Ed25519'; keys: SigningKey[] }
