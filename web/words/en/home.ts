/** Words of the portal. */
import type { Words } from '../../i18n/area.ts'
import type zh from '../zh-CN/home.ts'

export default {
  title: 'Home',
  headline: 'How far apart basic public services are, where, and what closing the gap takes',
  lead: 'Pilot cities evaluate the equality of basic public services with one method; coordination groups compare joint indicators across cities; third parties verify. Every published number names its formula, the period of its data and the version of its framework, and a result carries the digests of its inputs and of itself.',
  seeResults: 'See results',
  trySignIn: 'Sign in',
  tryDemo: 'Enter with a demo account',
  findCity: 'Find a city',
  findCityHint: 'Type a name to open its latest published result',
  latest: 'Recently published',
  latestLead:
    'Each city’s latest published evaluation: the position is its degree of equality, read from the dispersion of raw values, where 100 means that all areas are the same. The convention stands beside it; unlike conventions are not compared.',
  allResults: 'All results',
  noneTitle: 'Nothing published yet',
  noneText:
    'When a city publishes its first evaluation it appears here. Until then, see the methods, the catalogue and the national pilots.',
  score: 'Score',
  degree: 'Degree of equality',
  regions: 'By region',
  regionDown: (names) => `${names} out of service`,
  regionDownText:
    'Cities there cannot enter data or evaluate for the time being; what they have published can be read as usual.',
  regionCities: (n, m) => `${n} ${n === 1 ? 'city' : 'cities'}, ${m} published`,
  who: 'Who comes here, and for what',
  whoCity: 'Cities',
  whoCityText:
    'Collect and import data, adopt a framework, evaluate, see the short boards and why, publish with a trail.',
  whoGroup: 'Coordination groups',
  whoGroupText:
    'Compare level, gap and spread across what members publish; unpublished values never leave a city’s database.',
  whoAssessor: 'Third-party assessors',
  whoAssessorText:
    'Read within the assignment and its dates, download all inputs, check the digest; keys end with the assignment.',
  whoPublic: 'The public and researchers',
  whoPublicText: 'See results, methods and sources, download open data, compute on your own data through the open API.',
  trace: 'Where a number comes from',
  traceScore: 'Score',
  traceNormal: 'Normalised value',
  traceRaw: 'Raw value',
  traceRow: 'Imported row',
  traceWho: 'The file and time of its import',
  traceText:
    'A result is fixed by its data snapshot, framework version, method options and engine version; the digest covers all four.',
  facts: 'Grounds',
  factsStandard: (domains, categories, items) =>
    `National standard: ${domains} domains, ${categories} categories, ${items} items (2021 edition)`,
  factsPilots: (n) => `${n} national pilots with their published results`,
  factsMethods: 'Formula, limits and source of every index',
  factsApi: 'Open API: compute on your own data',
} satisfies Words<typeof zh>
