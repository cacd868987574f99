/** Demonstration sign-ins and API keys. Public on purpose; they exist only where the local seed made them, and the keys open only a server
 * that runs with DEMO=local. */
import type { KeyScope, Role } from '../../../worker/contract/names.ts'

export const DEMO_PASSWORD = 'junheng-demo-2026'

export interface DemoAccountSeed {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly organisationEn: string
  readonly path: string
}
export interface DemoKeySeed {
  readonly key: string
  readonly name: string
  readonly organisation: string
  readonly scopes: readonly KeyScope[]
}

const account = (
  email: string,
  name: string,
  role: Role,
  organisation: string,
  organisationEn: string,
  path: string,
): DemoAccountSeed => ({ email, password: DEMO_PASSWORD, name, role, organisation, organisationEn, path })

export const DEMO_ACCOUNTS: readonly DemoAccountSeed[] = [
  account('owner@chengyan.example', '沈知白', 'owner', '澄砚市', 'Chengyan', '/c/chengyan'),
  account('data@chengyan.example', '陆青禾', 'data_officer', '澄砚市', 'Chengyan', '/c/chengyan/data'),
  account('analyst@chengyan.example', '温以宁', 'analyst', '澄砚市', 'Chengyan', '/c/chengyan/evaluations'),
  account('reviewer@chengyan.example', '顾怀瑾', 'reviewer', '澄砚市', 'Chengyan', '/c/chengyan/evaluations'),
  account('viewer@chengyan.example', '苏云舒', 'viewer', '澄砚市', 'Chengyan', '/c/chengyan'),
  account('owner@luting.example', '江映川', 'owner', '鹭汀市', 'Luting', '/c/luting'),
  account('owner@huaiyi.example', '许砚秋', 'owner', '槐漪市', 'Huaiyi', '/c/huaiyi'),
  account('owner@qiji.example', '叶清越', 'owner', '栖霁市', 'Qiji', '/c/qiji'),
  account('owner@zhilan.example', '程望舒', 'owner', '芷澜市', 'Zhilan', '/c/zhilan'),
  account('owner@lanpan.example', '韩牧之', 'owner', '岚磐市', 'Lanpan', '/c/lanpan'),
  account('owner@xiuchuan.example', '白景行', 'owner', '岫川市', 'Xiuchuan', '/c/xiuchuan'),
  account('owner@xiyu.example', '罗听澜', 'owner', '汐屿市', 'Xiyu', '/c/xiyu'),
  account(
    'coordinator@joint-health.example',
    '秦思齐',
    'coordinator',
    '澄鹭槐医疗卫生协调组',
    'Chengyan–Luting–Huaiyi health coordination',
    '/g/joint-health',
  ),
  account('assessor@hengzhun.example', '方正言', 'assessor', '衡准评估中心', 'Hengzhun Assessment Centre', '/a'),
  account('operator@junheng.example', '平台运营', 'operator', '均衡平台', 'Junheng platform', '/o'),
]

export const DEMO_KEYS: readonly DemoKeySeed[] = [
  {
    key: 'jh_demo_chengyan_readwrite_2026',
    name: '澄砚市数据对接 · Chengyan, read and write',
    organisation: 'chengyan',
    scopes: [
      'city:read',
      'data:read',
      'data:write',
      'framework:write',
      'evaluation:read',
      'evaluation:write',
      'evaluation:publish',
    ],
  },
  {
    key: 'jh_demo_luting_readonly_2026',
    name: '鹭汀市只读 · Luting, read only',
    organisation: 'luting',
    scopes: ['city:read', 'data:read', 'evaluation:read'],
  },
  {
    key: 'jh_demo_jointhealth_group_2026',
    name: '协调组 · coordination group',
    organisation: 'joint-health',
    scopes: ['group:read'],
  },
  {
    key: 'jh_demo_hengzhun_assessor_2026',
    name: '第三方评估 · assessor',
    organisation: 'hengzhun',
    scopes: ['assignment:read', 'city:read', 'data:read', 'evaluation:read'],
  },
]
