import { describe, expect, it } from 'vitest'
import { moveCursor, moveInGrid } from '../../../../web/charts/cursor.ts'

describe('moveCursor', () => {
  it('enters at the first point, or at the last going backwards', () => {
    expect(moveCursor(null, 'ArrowRight', 5)).toBe(0)
    expect(moveCursor(null, 'ArrowUp', 5)).toBe(4)
  })
  it('stops at the ends', () => {
    expect(moveCursor(4, 'ArrowDown', 5)).toBe(4)
    expect(moveCursor(0, 'ArrowLeft', 5)).toBe(0)
    expect(moveCursor(3, 'PageDown', 5)).toBe(4)
  })
  it('leaves with Escape and lets other keys pass', () => {
    expect(moveCursor(2, 'Escape', 5)).toBeNull()
    expect(moveCursor(2, 'Tab', 5)).toBeUndefined()
  })
  it('does nothing in an empty chart', () => expect(moveCursor(null, 'ArrowRight', 0)).toBeUndefined())
})

describe('moveInGrid', () => {
  const at = { row: 2, column: 3 }
  it('walks by one and stays inside', () => {
    expect(moveInGrid(at, 'ArrowRight', false, 5, 6)).toEqual({ row: 2, column: 4 })
    expect(moveInGrid({ row: 0, column: 0 }, 'ArrowUp', false, 5, 6)).toEqual({ row: 0, column: 0 })
    expect(moveInGrid(at, 'PageDown', false, 5, 6)).toEqual({ row: 4, column: 3 })
  })
  it('goes along the row with Home and End, to the corners with Ctrl', () => {
    expect(moveInGrid(at, 'End', false, 5, 6)).toEqual({ row: 2, column: 5 })
    expect(moveInGrid(at, 'End', true, 5, 6)).toEqual({ row: 4, column: 5 })
    expect(moveInGrid(at, 'Home', true, 5, 6)).toEqual({ row: 0, column: 0 })
  })
  it('lets other keys pass', () => expect(moveInGrid(at, 'a', false, 5, 6)).toBeUndefined())
})
