import { expect, it } from 'vitest'
import { evictServed, getServed, putServed } from '../../worker/services/publication/publicationCache.ts'

const served = { cityIds: ['org_a'], body: new Uint8Array([1]), etag: '"x"' }

it('keeps what is public for five seconds at most, so that a withdrawal elsewhere takes effect here', () => {
  putServed('publication pub_a head', served, 1000)
  expect(getServed('publication pub_a head', 5999)).toBe(served)
  expect(getServed('publication pub_a head', 6000)).toBeUndefined()
})
it('forgets a city’s at once when something of it is carried from here', () => {
  putServed('publication pub_a head', served, 1000)
  putServed('comparison en pub_a,pub_b', { ...served, cityIds: ['org_a', 'org_b'] }, 1000)
  putServed('publication pub_b head', { ...served, cityIds: ['org_b'] }, 1000)
  evictServed('org_a')
  expect(getServed('publication pub_a head', 1001)).toBeUndefined()
  expect(getServed('comparison en pub_a,pub_b', 1001)).toBeUndefined()
  expect(getServed('publication pub_b head', 1001)).toBeDefined()
})
