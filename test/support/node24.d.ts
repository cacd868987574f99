/** The launcher of Node 24 is plain JavaScript, for whatever Node the system has. */
declare module '*/scripts/boot/node24.mjs' {
  /** Path of the Node 24 that an installation brings. */
  export function node24(): string
}
