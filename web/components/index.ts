/**
 * The design system of Junheng. Import from here: `import { Button, Table } from '../../components/index.ts'`.
 *
 * Words      web/words/<language>/<area>.ts: `save: '保存', rows: (n: number) => `${n} 行`` in Chinese, then the same keys in the others,
 *            then `const words = useWords(xWords)`; `nameIn(locale.value, thing)` for data that carry `name` and `nameEn`;
 *            `labelled(a, b)`, `aside(text)` in web/i18n/punctuation.ts for colons and brackets.
 * Numbers    `const format = useFormat()`: number, percent, signed, range, compact, bytes, date, dateTime, period. Missing is —.
 * URL state  `useQueryState('period', '2024')`, `useQueryList('areas')`; several at once `setQuery(route, {…})`.
 * Data       `const r = useResource('/api/v1/…', query)` + `<ResourceView resource={r}>{(data) => …}</ResourceView>`;
 *            writes through `api.post/put/patch/delete`, then `forget('/api/v1/…')` and `r.reload()` or `r.replace(data)`.
 *            `streamLines` for NDJSON, `upload` for files with progress. Errors are `ApiError`; show `<ProblemNotice error>`.
 * Styles     tokens in web/styles/tokens.css; a page's own rules in a .css file beside it, classes prefixed by the page.
 *            No inline <style>, no style attribute in HTML strings (CSP); the style prop is fine.
 * Theme      `theme.value` ('light' | 'dark') from web/features/shell/theme.ts; read colours with getComputedStyle in charts.
 * Shape      every page starts with <PageHeader>; parts are <Section>s; one primary Button per screen.
 * Old office browsers (Chromium 87): no Array.prototype.at/toSorted/findLast, no structuredClone, no :has() for anything that matters.
 * `path` and `default` are names the router reserves on components: do not use them as props.
 */
export { Badge, Status, type BadgeProps } from './Badge.tsx'
export type { Crumb } from './Breadcrumb.tsx'
export { Button, LinkButton, type ButtonProps, type LinkButtonProps } from './Button.tsx'
export { Checkbox, RadioGroup, SegmentedControl, type Choice } from './Choice.tsx'
export { Combobox, type ComboOption } from './Combobox.tsx'
export { ConfirmButton } from './ConfirmButton.tsx'
export { CopyText } from './CopyText.tsx'
export { Dialog } from './Dialog.tsx'
export { EmptyState } from './EmptyState.tsx'
export { ErrorSummary, type Fault } from './ErrorSummary.tsx'
export { Explained } from './Explained.tsx'
export { FileDrop } from './FileDrop.tsx'
export { Icon, type IconName } from './Icon.tsx'
export { LiveRegion } from './LiveRegion.tsx'
export { Menu } from './Menu.tsx'
export { Notice, type Tone } from './Notice.tsx'
export { NumberInput } from './NumberInput.tsx'
export { OnDemand } from './OnDemand.tsx'
export { PageHeader } from './PageHeader.tsx'
export { ProblemNotice, problemText } from './ProblemNotice.tsx'
export { ProgressBar } from './ProgressBar.tsx'
export { ResourceView } from './ResourceView.tsx'
export { ScrollTable } from './ScrollTable.tsx'
export { Section } from './Section.tsx'
export { Select, type Option } from './Select.tsx'
export { Skeleton } from './Skeleton.tsx'
export { StatBlock, type Stat } from './StatBlock.tsx'
export { Stepper, type Step } from './Stepper.tsx'
export { Table, type Column, type TableSelection } from './Table.tsx'
export { Tabs, type TabItem } from './Tabs.tsx'
export { Term } from './Term.tsx'
export { TextInput } from './TextInput.tsx'
export { toast } from './Toast.tsx'
export { VisuallyHidden } from './VisuallyHidden.tsx'
