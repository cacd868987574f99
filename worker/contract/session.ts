/** Sign-in and who-am-I. */
import { z } from 'zod'
import { Organisation, Role } from './wire.ts'

export const SignIn = z.strictObject({ email: z.email().max(200), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>

export const DemoAccount = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  role: Role,
  organisation: z.string(),
  organisationEn: z.string(),
  path: z.string(),
})
export type DemoAccount = z.infer<typeof DemoAccount>

/** `user` is null for a visitor. `demo` is null unless this server was seeded with demonstration data. */
export const Session = z
  .object({
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
    memberships: z.array(z.object({ organisation: Organisation, role: Role })),
    demo: z.object({ accounts: z.array(DemoAccount) }).nullable(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>
