import type { imports as first } from '../zh-CN/imports.ts'

type Dependent = Parameters<(typeof first)['rested-on']>[0]['kinds'][number]
const RESTING: Readonly<Record<Dependent, (what: string) => string>> = {
  changed: (what) => `${what} changed again`,
  population: (what) => `populations of ${what} changed again`,
  observed: (what) => `values were stored for ${what}`,
  parent: (what) => `areas were added below ${what}`,
}

export const imports: typeof first = {
  ready: 'This import has not been written, so there is nothing to undo.',
  committed: 'This import has been written already; it is not written twice.',
  rejected: 'The file has errors and cannot be written. Correct it and upload it again.',
  discarded: 'This import was discarded. Upload the file again.',
  reverted: 'This import was undone. Upload the file again to write it once more.',
  'unknown-indicator': ({ code }) =>
    `No indicator of this city has the code “${code}”. Use a code of the city’s frameworks; nothing was written.`,
  'unknown-area': ({ code }) =>
    `No area of this city has the code “${code}”. Use the code of one of its areas; nothing was written.`,
  'unknown-problem': ({ id }) =>
    `This import has no problem “${id}” that needs a reason. Use the ids of its record; nothing was written.`,
  'reasons-required':
    'Some values lie outside their usual range. Say why they are right before writing, for each (reasons) or for all (reason). Nothing was written.',
  'no-room': ({ count, megabytes, days }) =>
    `At most ${count} imports, ${megabytes} MB together, may wait to be written; this upload does not fit and was not kept. Write or discard those listed, which have waited longest, and upload again; what is not written within ${days} days is discarded by itself.`,
  staged: ({ fileName, date }) => `${fileName === '' ? 'unnamed file' : fileName}, uploaded ${date}`,
  'areas-changed':
    'Areas or populations were changed after the check; nothing was written. Upload the file again to check it against them as they are now.',
  'reference-deleted':
    'An area or indicator of this file was deleted after the check; nothing was written. Upload the file again.',
  'unit-changed': 'The unit of an indicator was changed after the check; nothing was written. Upload the file again.',
  overwritten: ({ written, overwritten }) =>
    `Of the ${written} values this import wrote, ${overwritten} have been changed by later imports. Undoing it would lose those changes, so nothing was undone. Undo the later imports first, or upload a corrected file.`,
  'rested-on': ({ kinds, names, counts }) => {
    const lines = kinds.map((kind, i) =>
      RESTING[kind](counts[i] === 1 ? `“${names[i]}”` : `“${names[i]}” and ${(counts[i] ?? 1) - 1} more`),
    )
    const advice = kinds.includes('observed')
      ? 'Undo the imports that wrote these values first.'
      : 'Undo later imports first, or upload a corrected file.'
    return `Since this import ${lines.length === 0 ? 'the areas have been changed again' : lines.join('; ')}. Undoing it would lose that, so nothing was undone. ${advice}`
  },
}
