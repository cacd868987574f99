/** The rules that a city sets for itself. */
import { useEffect, useState } from 'preact/hooks'
import type { Policies } from '../../../worker/contract/releases.ts'
import { api } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { forget, useResource } from '../../api/useResource.ts'
import { ProblemNotice, RadioGroup, ResourceView, toast } from '../../components/index.ts'
import { useWords } from '../../i18n/useWords.ts'
import { releaseWords } from '../../words/release.ts'

export function Rules({ city, canSet }: { readonly city: string; readonly canSet: boolean }) {
  const words = useWords(releaseWords)
  const address = `/api/v1/cities/${city}/policies` as const
  const policies = useResource<Policies>(address)
  // What was chosen shows at once; the saved rule is back when saving fails.
  const [chosen, setChosen] = useState<Policies['review'] | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => setChosen(null), [policies.data])
  const save = async (review: Policies['review']): Promise<void> => {
    setChosen(review)
    setError(null)
    try {
      const { data } = await api.put<Policies>(address, { review })
      policies.replace(data)
      forget(`/api/v1/cities/${city}/evaluations`)
      toast({ message: words.ruleSaved, tone: 'good' })
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, {}))
      setChosen(null)
    }
  }
  return (
    <ResourceView resource={policies}>
      {(data) => (
        <div class="stack">
          {error && <ProblemNotice error={error} />}
          <RadioGroup
            id="review-rule"
            label={words.reviewRule}
            value={chosen ?? data.review}
            choices={[
              { value: 'one-step', label: words.oneStep, hint: words.oneStepHint, disabled: !canSet },
              { value: 'four-eyes', label: words.fourEyesChoice, hint: words.fourEyesHint, disabled: !canSet },
            ]}
            onChange={(review) => void save(review)}
          />
          {!canSet && <p class="muted">{words.noRules}</p>}
        </div>
      )}
    </ResourceView>
  )
}
