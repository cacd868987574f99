/** docs/releases.md shows the table that the code has. */
import { expect, it } from 'vitest'
import { EVALUATION_MOVES } from '../../worker/release/states.ts'
import { read } from '../support/sources.ts'

it('the documentation lists every move of an evaluation as the code has it', () => {
  const rows = read('docs/releases.md')
    .split('\n')
    .filter((line) => /^\| \w+ \| \w/.test(line) && line.includes('`evaluation:') && !line.startsWith('| run '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, act, from, to, permission]) => [act, from?.split(', '), to, permission?.replaceAll('`', '')])
  expect(rows).toEqual(
    Object.entries(EVALUATION_MOVES).map(([act, move]) => [act, [...move.from], move.to, move.permission]),
  )
})
