import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
const ARGS = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];
const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const require2 = createRequire(import.meta.url);
async function findChromium() {
  const named = process.env["CHROMIUM"];
  if (named !== void 0 && named !== "") {
    if (!existsSync(named)) throw new Error(`$CHROMIUM names ${named}, which does not exist`);
    return { executablePath: named, args: ARGS, env: {} };
  }
  const system = SYSTEM.find((path) => existsSync(path));
  if (system !== void 0) return { executablePath: system, args: ARGS, env: chineseFont() };
  return fromNpm();
}
async function fromNpm() {
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return {
      executablePath: await chromium.executablePath(),
      args: [.../* @__PURE__ */ new Set([...ARGS, ...chromium.args])].filter((a) => !a.startsWith("--headless")),
      env: chineseFont()
    };
  } catch (error) {
    throw new Error(
      "No Chromium for the browser tests: set $CHROMIUM, or install one (Debian: apt-get install chromium fonts-wqy-microhei).",
      { cause: error }
    );
  }
}
function chineseFont() {
  const fonts = dirname(require2.resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const folder = fileURLToPath(new URL("../../.cache/fonts/", import.meta.url).href);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "fonts.conf");
  const include = existsSync("/etc/fonts/fonts.conf") ? '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n' : "";
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${include}  <dir>${fonts}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
</fontconfig>
`
  );
  return { FONTCONFIG_FILE: file };
}
export {
  findChromium
};
