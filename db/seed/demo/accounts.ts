/** Demonstration sign-ins and API keys. Public on purpose; accepted only by a server that runs with DEMO=local. */
export const DEMO_PASSWORD = 'junheng-demo-2026'
export const DEMO_ACCOUNTS: readonly { email: string; password: string; name: string; role: 'owner' | 'data_officer' | 'reviewer' | 'analyst' | 'viewer' | 'coordinator' | 'representative' | 'assessor' | 'operator'; organisation: string; organisationEn: string; path: string }[] = []
