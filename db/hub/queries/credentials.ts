/** Session or key → actor facts in one round trip each: the person, the memberships and the assignments in force. */
import { sql } from 'drizzle-orm'
import { organisationJson } from './organisationJson.ts'
import type { HubDb } from '../../client.ts'

export interface SessionRow {
  userId: string
  name: string
  email: string
  memberships: string
  assignments: string
}

export async function findSession(db: HubDb, tokenHash: string, nowMs: number): Promise<SessionRow | undefined> {
  const rows = await db.all<SessionRow>(sql`
    SELECT u.id AS userId, u.name, u.email,
      (SELECT json_group_array(json_object('organisation', ${organisationJson('o')}, 'role', m.role) ORDER BY m.created_at, o.id)
         FROM memberships m JOIN organisations o ON o.id = m.organisation_id AND o.status = 'active' WHERE m.user_id = u.id) AS memberships,
      (SELECT json_group_array(json_object('city', ${organisationJson('c')}, 'actions', json(a.actions)))
         FROM memberships m JOIN organisations o ON o.id = m.organisation_id AND o.status = 'active' AND o.kind = 'assessor'
         JOIN assignments a ON a.assessor_id = o.id AND a.starts_at <= ${nowMs} AND a.ends_at > ${nowMs}
         JOIN organisations c ON c.id = a.city_id AND c.status = 'active' WHERE m.user_id = u.id) AS assignments
    FROM sessions s JOIN users u ON u.id = s.user_id AND u.status = 'active'
    WHERE s.token_hash = ${tokenHash} AND s.expires_at > ${nowMs}`)
  return rows[0]
}

export interface KeyRow {
  keyId: string
  isDemo: number
  organisation: string
  scopes: string
  assignments: string
  lastUsedAt: number | null
}

export async function findKey(db: HubDb, hash: string, nowMs: number): Promise<KeyRow | undefined> {
  const rows = await db.all<KeyRow>(sql`
    SELECT k.id AS keyId, k.is_demo AS isDemo, k.scopes, k.last_used_at AS lastUsedAt, ${organisationJson('o')} AS organisation,
      (SELECT json_group_array(json_object('city', ${organisationJson('c')}, 'actions', json(a.actions)))
         FROM assignments a JOIN organisations c ON c.id = a.city_id AND c.status = 'active'
         WHERE a.assessor_id = o.id AND o.kind = 'assessor' AND a.starts_at <= ${nowMs} AND a.ends_at > ${nowMs}) AS assignments
    FROM api_keys k JOIN organisations o ON o.id = k.organisation_id AND o.status = 'active'
    WHERE k.hash = ${hash} AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > ${nowMs})`)
  return rows[0]
}
