import { names } from './names.ts'
import type { requests as first } from '../zh-CN/requests.ts'

export const requests: typeof first = {
  'rate-limited': ({ seconds }) => `Try again in ${seconds} s.`,
  'rate-limited-anonymous': ({ seconds }) => `Try again in ${seconds} s. An API key has a higher limit.`,
  'too-costly': ({ estimateMs, limitMs }) =>
    `It is estimated at ${estimateMs} ms of CPU; the limit is ${limitMs} ms. Ask for fewer areas, indicators or runs.`,
  'too-costly-anonymous': ({ estimateMs, limitMs }) =>
    `It is estimated at ${estimateMs} ms of CPU; the limit is ${limitMs} ms. Ask for fewer areas, indicators or runs, or use an API key, which has a higher limit.`,
  'body-too-large': ({ size }) => `A body here has at most ${size}; send less, or in parts`,
  'types-offered': ({ types }) => `This address offers: ${types}.`,
  'bad-key': '1–200 visible ASCII characters',
  'key-reused': 'this key was used for another request',
  'bad-cursor': 'not a cursor of this list',
  'region-unavailable': ({ region }) =>
    `The database of ${names.of(region)} is out of service; published results and other regions are not affected. Try again later; if it stays so, write to the platform's operator.`,
}
