/** Part of every digest: raise it whenever a change in the engine can change a published digit. */
export const ENGINE_VERSION = '1.1.0'
