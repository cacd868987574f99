/** Heads, proofs and signing keys of the audit logs. */
import type { Words } from './words.types.ts'

const HASH = '56ee7507aedd1d74f31ac57fe180270c0e463d9a74640684daa346df817d52ba'
const KEY_ID = 'ed25519-21fe31dfa154a261626bf854046fd227'

export const AUDIT_WORDS: Words = {
  log: [
    'Which log: `city/<id>` in its region, `hub/<id>` in the hub, `hub/platform`.',
    'city/org_01krw5d8t3n6c0v9x2m4q7',
  ],
  'AuditHead.state': [
    '`signed`; `unsigned`: the server has no signing secret or cannot open its key, and signs later; `halted`: rows of the log do not fit, see `halt`.',
    'signed',
  ],
  acts: ['How many acts the log holds; those beyond `size` are sealed with the next head.', 42],
  'AuditHead.size': ['How many acts the head covers.', 42],
  'AuditHead.root': ['Root of the Merkle tree (RFC 9162, SHA-256) over them, in hex.', HASH],
  at: ['When it was signed: milliseconds since 1970-01-01 UTC; null while unsigned.', 1763971200000],
  keyId: ['Which key signed, as /.well-known/junheng-keys.json lists it; null while unsigned.', KEY_ID],
  'SigningKey.keyId': ['`ed25519-` and the first 32 hex digits of the SHA-256 of the key itself.', KEY_ID],
  signature: [
    'Ed25519 signature, base64url, over the canonical JSON of `{at, format: "junheng/audit-head@1", log, root, size}`; null while unsigned.',
    '5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw',
  ],
  halt: 'Where sealing stopped, and why; null while all is well.',
  'halt.seq': ['Number of the first act that does not fit.', 17],
  'halt.reason': [
    '`missing`: the act is gone; `moved`: another one stands there; `hashes`: the kept hashes do not give what was signed.',
    'missing',
  ],
  'InclusionProof.seq': ['Number of the act, from 1.', 3],
  'InclusionProof.id': ['Identifier of the act.', 'aud_01krw5d8t3n6c0v9x2m4q7'],
  'InclusionProof.size': ['Size of the tree that the proof is for.', 42],
  'InclusionProof.root': ['Root of that tree, in hex.', HASH],
  'InclusionProof.entry': [
    'Text of the act as it is hashed: canonical JSON (RFC 8785).',
    '{"action":"import.commit","actor":"user:usr_1","createdAt":1763971200000,"detail":{},"id":"aud_1","requestId":"req_1","seq":3,"target":"imp_1","tenant":"org_1"}',
  ],
  leafHash: ['SHA-256 of a zero byte and the text, in hex.', HASH],
  proof: ['Hashes in the order of RFC 9162, in hex.', [HASH]],
  first: ['Size of the earlier tree.', 30],
  second: ['Size of the later tree.', 42],
  firstRoot: ['Root of the earlier tree, in hex.', HASH],
  secondRoot: ['Root of the later tree, in hex.', HASH],
  'SigningKey.owner': ['Whose logs it signs: an organisation’s id, or `platform`.', 'org_01krw5d8t3n6c0v9x2m4q7'],
  'SigningKey.retiredAt': [
    'Since when it signs nothing any more: milliseconds since 1970-01-01 UTC; null while in use.',
    null,
  ],
  publicKey: ['The Ed25519 public key, 32 raw bytes in base64url.', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'],
  'SigningKeys.format': ['Format of this document.', 'junheng/keys@1'],
  algorithm: ['Signature algorithm (RFC 8032).', 'Ed25519'],
  keys: 'Every key, by owner, oldest first.',
  'parameter.log': ['`city`: acts on the city’s own data; `hub`: its keys and accepted publications.', 'city'],
  'parameter.seq': ['Number of the act.', 1],
  'parameter.entry': ['Identifier of the act, as the list of acts gives it.', 'aud_01krw5d8t3n6c0v9x2m4q7'],
  'parameter.size': ['Size of the tree to prove against; the newest head’s when absent.', 1],
  'parameter.first': ['Size of the earlier tree.', 0],
  'parameter.second': ['Size of the later tree; the newest head’s when absent.', 1],
}
