/** Prints the types of the web's client from the OpenAPI document; no server, no network. */
import { runOnNode24 } from './boot/node24.mjs'

runOnNode24('scripts/openapi/client.ts', process.argv.slice(2))
