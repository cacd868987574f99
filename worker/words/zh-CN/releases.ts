/** Steps of an evaluation, corrections, withdrawals, the city's own rules. */
const STATES = {
  draft: '草稿',
  reviewed: '已复核',
  approved: '已批准',
  published: '已公布',
  superseded: '已被更正',
  withdrawn: '已撤回',
} as const

export const releases = {
  'own-work': '本市规定复核与批准须由运行评价者以外的人完成。请交由另一位有此权限的同事处理。',
  'no-person': '本市规定复核与批准须由本人登录完成，不能用密钥代办。',
  'not-approved': '本市规定评价须先复核、批准，才能公开。请先完成复核与批准。',
  'wrong-state': ({ state }: { readonly state: keyof typeof STATES }) =>
    `此评价现为“${STATES[state]}”，不能这样处理。请刷新后查看现在可以做什么。`,
  'withdrawn-already': '此评价的公布已经撤回。',
  'nothing-to-withdraw': '此评价尚未公开，没有可撤回的内容。草稿可以直接删除。',
  embargo: ({ days }: { readonly days: number }) =>
    `公开时间须晚于现在，且不超过 ${days} 天。要立即公开，请不填公开时间。`,
  'no-such': '本市没有这个公布结果。',
  'is-withdrawn': '该结果已撤回，不必更正；请单独公布新结果。',
  'not-public-yet': '该结果尚未对外公开。请先撤回它，再公布新结果。',
  'corrected-already': ({ by }: { readonly by: string }) => `该结果已由 ${by} 更正；请更正后者。`,
  'other-series': '更正须与被更正的结果属于同一系列（同一模板或同一评价框架）。请选择同一系列的结果，或单独公布。',
  'why-withdrawn': ({ reason }: { readonly reason: string }) => `撤回原因：${reason}`,
}
