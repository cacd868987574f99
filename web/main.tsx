/** Entry: styles, session, first render. */
import './styles/index.css'
import { render } from 'preact'
import { loadSession } from './api/session.ts'
import { App } from './App.tsx'

const root = document.getElementById('app')
if (root !== null) {
  void loadSession()
  render(<App />, root)
}
