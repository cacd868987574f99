/** Invented names of districts and counties: every pairing below was chosen so that no county-level place of China bears it. */
const FIRST = [
  ['镜', 'Jing'],
  ['砚', 'Yan'],
  ['汀', 'Ting'],
  ['笙', 'Sheng'],
  ['漪', 'Yi'],
  ['璞', 'Pu'],
  ['渚', 'Zhu'],
  ['栎', 'Li'],
  ['溯', 'Su'],
  ['昙', 'Tan'],
  ['霁', 'Ji'],
  ['弦', 'Xian'],
] as const
const SECOND = [
  ['澜', 'lan'],
  ['棠', 'tang'],
  ['峦', 'luan'],
  ['坞', 'wu'],
  ['屿', 'yu'],
  ['泽', 'ze'],
  ['麓', 'lu'],
  ['浔', 'xun'],
  ['禾', 'he'],
] as const

/** The n-th of 108 names; different n, different Chinese names. */
export function areaName(n: number, urban: boolean): { name: string; nameEn: string } {
  const first = FIRST[n % FIRST.length] ?? FIRST[0]
  const second = SECOND[(Math.floor(n / FIRST.length) + n) % SECOND.length] ?? SECOND[0]
  return {
    name: `${first[0]}${second[0]}${urban ? '区' : '县'}`,
    nameEn: `${first[1]}${second[1]} ${urban ? 'District' : 'County'}`,
  }
}
