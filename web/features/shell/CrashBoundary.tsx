/** Catches a page that throws while rendering, so that the frame and the way out stay. */
import { Component, type ComponentChildren } from 'preact'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { locale } from '../../i18n/locale.ts'
import { shellWords } from '../../words/shell.ts'

interface Props {
  /** A new address is a new try. */
  readonly address: string
  readonly children: ComponentChildren
}

interface State {
  readonly failure: string | null
  readonly address: string
}

export class CrashBoundary extends Component<Props, State> {
  override state: State = { failure: null, address: this.props.address }

  static override getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }

  static override getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.address === state.address ? null : { failure: null, address: props.address }
  }

  override render() {
    if (this.state.failure === null) return this.props.children
    const words = shellWords[locale.value]
    return (
      <Notice
        tone="bad"
        live
        title={words.crashTitle}
        actions={
          <Button kind="primary" onClick={() => location.reload()}>
            {words.reloadPage}
          </Button>
        }
      >
        <p>{words.crashText}</p>
        <pre>{this.state.failure}</pre>
      </Notice>
    )
  }
}
