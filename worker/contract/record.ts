/** Wire schemas of the record: the bundle that verifies alone, and the proof of one printed number. */
import { z } from 'zod'
import { EvaluationInputs } from './evaluations.ts'
import { Publication, PUBLICATION_FORMAT, PublishedNodes, PublishedPeriod } from './publication.ts'
import { Digest, NumberOrNull, Period } from './wire.ts'
import { Root, SealedPart } from './seal.ts'

/** Of a `junheng/publication@2`. */
export const BUNDLE_FORMAT = 'junheng/bundle@2'
/** Of every publication before. */
export const EARLIER_BUNDLE_FORMAT = 'junheng/bundle@1'
export const PROOF_FORMAT = 'junheng/proof@1'

export const PublicInputs = EvaluationInputs.extend({ resultDigest: Digest }).meta({ id: 'PublicInputs' })
export type PublicInputs = z.infer<typeof PublicInputs>

export const BundleWire = z
  .strictObject({
    format: z
      .enum([BUNDLE_FORMAT, EARLIER_BUNDLE_FORMAT])
      .meta({ description: 'Follows from the format of the publication in it' }),
    publication: z.string().max(60).meta({ description: 'Publication id' }),
    address: z.string().max(300).meta({ description: 'Where it is published: a path on the site it came from' }),
    head: Publication,
    nodes: PublishedNodes.nullable().meta({ description: 'Null in publications of an earlier release' }),
    periods: z.array(PublishedPeriod).meta({ description: 'One document a period, ascending' }),
    keys: z
      .array(
        z
          .strictObject({
            keyId: z.string().max(100).meta({ description: 'Follows from the key itself' }),
            owner: z.string().max(64).meta({ description: 'Organisation that signs with it: the city' }),
            publicKey: z.string().max(60).meta({ description: 'Ed25519, 32 bytes, base64url' }),
          })
          .meta({ id: 'SealKey' }),
      )
      .max(10)
      .exactOptional()
      .meta({
        description:
          'The key of the seal’s signature; absent where it was not signed. Also at /.well-known/junheng-keys.json',
      }),
    inputs: PublicInputs.nullable().meta({ description: 'Null while any raw value is withheld' }),
  })
  .meta({ id: 'Bundle', description: 'Everything that is public of a publication, in one file that verifies alone' })
export type Bundle = z.infer<typeof BundleWire>

/** A bundle of an earlier publication keeps its bytes, and the verifiers of its time. */
export const bundleFormatOf = (head: Pick<Publication, 'format'>): Bundle['format'] =>
  head.format === PUBLICATION_FORMAT ? BUNDLE_FORMAT : EARLIER_BUNDLE_FORMAT

export const ProofQuery = z.object({
  node: z.string().min(1).max(40).meta({ description: 'Node or indicator' }),
  period: Period,
  area: z.string().max(40).default('').meta({ description: 'Area; empty or absent = the city as a whole' }),
})

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256, hex', example: '42ec7cc6a4a12b89c3ec2ee2086985189d62efca05babed36976f42ee1e1a05a' })
const Path = z.array(Hash).max(64)
const Place = z.number().int().min(0)

export const ProofWire = z
  .strictObject({
    format: z.literal(PROOF_FORMAT).meta({ description: 'junheng/proof@1' }),
    publication: z.string().max(60).meta({ description: 'Publication id' }),
    leaf: z
      .strictObject({
        area: z.string().nullable().meta({ description: 'Area; null = the city as a whole' }),
        node: z.string().meta({ description: 'Node or indicator' }),
        numbers: z.record(z.string().max(40), NumberOrNull).meta({
          description:
            'What is printed there: score, rank, realization (%), value, mean (in the indicator’s unit), degree, n …; null = no value',
        }),
        period: z.string().max(10).meta({ description: 'Period' }),
      })
      .meta({ description: 'Its canonical text is the leaf' }),
    index: Place.meta({ description: 'Place of the leaf among `size`, from 0' }),
    size: Place.meta({ description: 'Leaves of the period' }),
    path: Path.meta({ description: 'Neighbours’ hashes from the leaf up to the period’s root, hex' }),
    part: SealedPart,
    partIndex: Place.meta({ description: 'Place of `part` among `partSize`, from 0' }),
    partSize: Place.meta({ description: 'Parts of the publication' }),
    partPath: Path.meta({ description: 'Neighbours’ hashes from the part up to `root`, hex' }),
    root: Root.meta({ description: 'The publication’s root, as its head states it' }),
  })
  .meta({ id: 'Proof', description: 'That one number stands in a publication, checked with a dozen hashes' })
export type Proof = z.infer<typeof ProofWire>
