/** Published cities side by side, for anybody. */
import { PageHeader } from '../../components/index.ts'
import { ComparisonView } from '../../features/comparison/ComparisonView.tsx'
import { comparisonWords } from '../../words/comparison.ts'
import { useWords } from '../../i18n/useWords.ts'

export default function Compare() {
  const words = useWords(comparisonWords)
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <ComparisonView />
    </>
  )
}
