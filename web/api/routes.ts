/** Which route of the document a path leads to, found by the compiler: `/api/v1/cities/${slug}/areas` is `/api/v1/cities/{city}/areas`.
 * Compared part by part, because `${string}` alone would let an id swallow a slash and a misspelt tail with it. Types only. */
import type { DeletePath, GetPath, PostPath, PutPath, Routes } from './routes.gen.ts'

export interface Paths {
  /** The document does not describe its own address. */
  get: GetPath | '/api/v1/openapi.json'
  post: PostPath
  put: PutPath
  delete: DeletePath
}
export type Method = keyof Paths

type Fits<Path, Key> = Path extends `${infer Part}/${infer Rest}`
  ? Key extends `${infer Name}/${infer Names}`
    ? PartFits<Part, Name> extends true
      ? Fits<Rest, Names>
      : false
    : false
  : Key extends `${string}/${string}`
    ? false
    : PartFits<Path, Key>
type PartFits<Part, Name> = Name extends `{${string}}`
  ? Part extends ''
    ? false
    : true
  : Part extends Name
    ? true
    : false

/** The same for the beginning of a path, with or without its last slash. */
type Begins<Path, Key> = Path extends `${infer Part}/${infer Rest}`
  ? Key extends `${infer Name}/${infer Names}`
    ? PartFits<Part, Name> extends true
      ? Begins<Rest, Names>
      : false
    : false
  : Path extends ''
    ? true
    : PartFits<Path, Key extends `${infer Name}/${string}` ? Name : Key>

/** Of a choice of paths each is looked up by itself. */
type KeyOf<M extends Method, Path> = Path extends string
  ? { [K in keyof Routes[M]]: Fits<Path, K> extends true ? K : never }[keyof Routes[M]]
  : never
/** Never for a path that leads nowhere. */
type RouteOf<M extends Method, Path> = Routes[M][KeyOf<M, Path>]

/** What no path is: the compiler names it where a path leads nowhere or the method is not the route's. A path kept in a constant needs
 * `as const`, else it is a text that may be anything. */
export type NoSuchRoute = string & { readonly noSuchRoute: never }
/** The path itself if it leads to a route of the method. */
export type Known<M extends Method, Path> = Path extends string
  ? [KeyOf<M, Path>] extends [never]
    ? NoSuchRoute
    : Path
  : never
/** For a call that names its answer, `get<Area>(…)`: any path of the method. A call that names none has to be Known. */
export type Named<M extends Method, T> = [T] extends [never] ? NoSuchRoute : Paths[M]

/** The beginning of a path that can be read, or nothing. */
export type Beginning<Path> = true extends { [K in keyof Routes['get']]: Begins<Path, K> }[keyof Routes['get']]
  ? Path
  : NoSuchRoute

export type AnswerOf<M extends Method, Path> = RouteOf<M, Path> extends { answer: infer Answer } ? Answer : never
/** An operation without a body is sent an empty one. */
export type BodyOf<M extends Method, Path> =
  RouteOf<M, Path> extends { body: infer Body } ? (Body extends null ? Record<string, never> : Body) : never
/** A part left out, null or empty is not sent. */
export type QueryOf<M extends Method, Path> =
  RouteOf<M, Path> extends { query: infer Query }
    ? { readonly [K in keyof Query]?: Query[K] | null | undefined | '' }
    : never
/** The item of a list that is read page by page. */
export type ItemOf<Path> = AnswerOf<'get', Path> extends { items: readonly (infer Item)[] } ? Item : never
