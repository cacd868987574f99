/** Writes the OpenAPI document to a temporary file and lints it; no server, no network. */
import { runOnNode24 } from './boot/node24.mjs'

runOnNode24('scripts/openapi/main.ts', process.argv.slice(2))
