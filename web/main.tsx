/** Entry: styles, session, first render. */
import './styles/index.css'
import { effect } from '@preact/signals'
import { render } from 'preact'
import { loadSession } from './api/session.ts'
import { App } from './App.tsx'
import { theme } from './features/shell/theme.ts'
import { locale } from './i18n/locale.ts'
import { stirred } from './router/ready.ts'
import { startPreloading } from './router/preload.ts'

const root = document.getElementById('app')
if (root !== null) {
  void loadSession()
  startPreloading()
  render(<App />, root)
  effect(() => {
    void [locale.value, theme.value]
    stirred()
  })
}
