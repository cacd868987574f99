/** The web's client against the document: its printed types are current, and tsc refuses what the document does not describe. An error that no
 * longer comes at a `@ts-expect-error` fails the types. */
import { expect, expectTypeOf, it } from 'vitest'
import type { Area } from '../../worker/contract/areas.ts'
import type { Session } from '../../worker/contract/session.ts'
import type * as client from '../../web/api/client.ts'
import type * as resource from '../../web/api/useResource.ts'
import { GENERATED, printClient } from '../../scripts/openapi/printClient.ts'
import { read } from '../support/sources.ts'

it('the types of the web client are those of the document that the application serves (else: npm run client)', async () => {
  expect(read(GENERATED)).toBe(await printClient())
})

declare const api: typeof client.api
declare const forget: typeof resource.forget
declare const useResource: typeof resource.useResource

/** Read by the compiler, called by nobody. */
export const READ_BY_THE_COMPILER = {
  answers: async (city: string, id: string) => {
    expectTypeOf(await api.get('/api/v1/session')).toExtend<Session>()
    expectTypeOf(await api.get(`/api/v1/cities/${city}/areas`)).toExtend<{ items: Area[] }>()
    expectTypeOf(await api.get<{ named: true }>(`/api/v1/cities/${city}/areas`)).toEqualTypeOf<{ named: true }>()
    expectTypeOf(useResource(id === '' ? null : `/api/v1/publications/${id}`).data).not.toBeAny()
    const either = await api.get(id === '' ? '/api/v1/regions' : '/api/v1/session')
    expectTypeOf(either).not.toBeNever()
    expectTypeOf(either).not.toExtend<Session>()
    const base = `/api/v1/cities/${city}/imports/${id}` as const
    expectTypeOf((await api.post(`${base}/revert`)).state).toExtend<string>()
    expectTypeOf(await api.delete(base)).toEqualTypeOf<null>()
  },
  misspelt: (city: string, id: string) => [
    // @ts-expect-error a misspelt part
    api.get(`/api/v1/cities/${city}/araes`),
    // @ts-expect-error a misspelt tail, which the id before it must not swallow
    api.get(`/api/v1/cities/${city}/evaluations/${id}/snapshto`),
    // @ts-expect-error one of two misspelt
    api.get(id === '' ? '/api/v1/regions' : '/api/v1/sesion'),
    // @ts-expect-error a part too many
    api.delete(`/api/v1/cities/${city}/imports/${id}/revert`),
    // @ts-expect-error a part too few
    useResource(`/api/v1/cities/${city}`),
    // @ts-expect-error misspelt, with a named answer
    api.get<Session>('/api/v1/sesion'),
    // @ts-expect-error a text that may be anything
    api.get(id),
    // @ts-expect-error a beginning that no path has
    forget(`/api/v1/citys/${city}`),
  ],
  wrongMethod: (city: string, id: string) => [
    // @ts-expect-error sent, never read
    api.get(`/api/v1/cities/${city}/imports/${id}/commit`),
    // @ts-expect-error read and saved, never posted
    api.post(`/api/v1/cities/${city}/areas`, { areas: [] }),
    // @ts-expect-error read, never deleted
    api.delete(`/api/v1/publications/${id}`),
    // @ts-expect-error the same with a named answer
    api.put<Session>('/api/v1/session', {}),
  ],
  links: (city: string) => [
    api.url(`/api/v1/cities/${city}/observations/template.csv`, { period: '2024', layout: 'wide' }),
    // @ts-expect-error a form that the table does not have
    api.url(`/api/v1/cities/${city}/observations/template.csv`, { period: '2024', layout: 'tall' }),
  ],
  wrongWords: (city: string) => [
    // @ts-expect-error a misspelt name in the query
    api.get('/api/v1/publications', { query: { lastest: true } }),
    // @ts-expect-error a word that the enumeration lacks
    api.get('/api/v1/catalogue', { query: { edition: '2022' } }),
    // @ts-expect-error a body without its title
    api.post(`/api/v1/cities/${city}/evaluations`, { frameworkId: 'f', periods: ['2024'] }),
  ],
}
