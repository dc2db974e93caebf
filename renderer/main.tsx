/** Entry of the window. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { reportUnexpected } from './actions/messages.ts'
import { start } from './actions/program.ts'
import { Program } from './app/Program.tsx'
import './app/app.css'

const element = document.getElementById('window')
if (element === null) throw new Error('The page has no element for the window')
createRoot(element, { onUncaughtError: reportUnexpected }).render(
  <StrictMode>
    <Program />
  </StrictMode>,
)
void start()
