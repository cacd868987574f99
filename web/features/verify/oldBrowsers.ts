/** What the engine uses and browsers of 2020 lack, for the verifier's own thread alone: imported before anything else there. */
function lend(to: object, name: string, value: (this: never, ...given: never[]) => unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true })
}

type List = readonly unknown[]
type Test = (item: unknown, index: number, list: List) => boolean

lend(Object, 'hasOwn', (value: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(value, key))
lend(String.prototype, 'isWellFormed', function isWellFormed(this: string) {
  return !/\p{Surrogate}/u.test(String(this))
})
lend(Array.prototype, 'at', function at(this: List, index: number) {
  return this[index < 0 ? this.length + index : index]
})
lend(Array.prototype, 'toReversed', function toReversed(this: List) {
  return this.slice().reverse()
})
lend(Array.prototype, 'toSorted', function toSorted(this: List, compare?: (a: unknown, b: unknown) => number) {
  return this.slice().sort(compare)
})
lend(Array.prototype, 'findLastIndex', findLastIndex)
lend(Array.prototype, 'findLast', function findLast(this: List, test: Test) {
  return this[findLastIndex.call(this, test)]
})

function findLastIndex(this: List, test: Test): number {
  for (let i = this.length - 1; i >= 0; i -= 1) if (test(this[i], i, this)) return i
  return -1
}
