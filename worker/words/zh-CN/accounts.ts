/** Organisations, keys and signing in. */
export const accounts = {
  'scope-not-applicable': ({ scope }: { readonly scope: string }) => `此类机构不能使用权限 ${scope}`,
  'unknown-region-of-city': '没有这个地区，请从地区列表中选择',
  'unknown-region': '没有这个地区',
  'slug-taken': '此标识已被使用',
  'email-taken': '此邮箱已有账户',
  'too-many-tries': ({ seconds }: { readonly seconds: number }) =>
    `登录尝试过多。请在 ${seconds} 秒后重试，或在您以前登录过的浏览器上登录。`,
  'no-signing-secret': '此服务没有设置签名密钥（SIGNING_SECRET），请联系平台运营者',
}
