/** Which half of a double is which when its bytes are read as two 32-bit words: the machine's byte order, asked once. */
const ONE = new Uint32Array(new Float64Array([1]).buffer)

export const HIGH_WORD: 0 | 1 = ONE[1] === 0x3ff00000 ? 1 : 0
export const LOW_WORD: 0 | 1 = HIGH_WORD === 1 ? 0 : 1
