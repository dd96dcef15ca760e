/**
 * A browser window on the page. It fails the test when the page asks for anything beyond loopback, breaks its own
 * content policy, or throws.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TOOLS = process.env.BROWSER_TOOLS ?? new URL("../../target/browser", import.meta.url).pathname;
const require = createRequire(join(TOOLS, "package.json"));
const { chromium, firefox } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 820, height: 1180 };

/** Pages wait this long for anything; the debug program on a busy machine is slow. */
const PATIENCE = 45_000;

/** What each page has asked for and not got yet. @type {WeakMap<object, Set<object>>} */
const asked = new WeakMap();

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });

/** Firefox as the system has it, by the protocol that browsers share. @param {string} downloads  a folder for what it saves */
export const launchFirefox = (downloads) =>
  firefox.launch({ executablePath: process.env.FIREFOX, channel: "moz-firefox", downloadsPath: downloads });

/**
 * Opens the page of a started program in a fresh window.
 * @param {any} browser
 * @param {string} address
 * @param {{lang?: "en"|"ru", viewport?: object, colorScheme?: "light"|"dark", deviceScaleFactor?: number}} [look]
 */
export async function open(browser, address, look = {}) {
  const isOurs = (/** @type {URL} */ { hostname }) => hostname === "127.0.0.1";
  const { window, lang } = await prepared(browser, look, isOurs);
  if (process.env.PAGE_SOURCES) await takeSources(window.page.context(), new URL(address).origin);
  await window.page.goto(`${address}&lang=${lang}`);
  return window;
}

/**
 * Opens the single file from the disk. Whatever it asks for beyond itself is a complaint.
 * @param {any} browser
 * @param {string} path
 * @param {{lang?: "en"|"ru", viewport?: object, prepare?: Function}} [look]  `prepare` runs in the page before its scripts
 */
export async function openFile(browser, path, { prepare, ...look } = {}) {
  const address = pathToFileURL(path).href;
  const isOurs = (/** @type {URL} */ { href }) => href.split(/[?#]/)[0] === address;
  const { window, lang } = await prepared(browser, look, isOurs);
  if (prepare) await window.page.addInitScript(prepare);
  await window.page.context().setOffline(true);
  await window.page.goto(`${address}?lang=${lang}`);
  return window;
}

/**
 * A fresh window that listens for complaints.
 * @param {any} browser
 * @param {{lang?: "en"|"ru", viewport?: object}} look
 * @param {(address: URL) => boolean} isOurs  what the page may ask for
 */
async function prepared(browser, { lang = "en", viewport = LAPTOP, ...look }, isOurs) {
  const context = await browser.newContext({
    viewport,
    acceptDownloads: true,
    reducedMotion: "reduce",
    locale: lang === "ru" ? "ru-RU" : "en-GB",
    ...look,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  countRequests(page);
  /** @type {string[]} */
  const complaints = [];
  page.on("request", (/** @type {any} */ request) => {
    const address = new URL(request.url());
    if (!["blob:", "data:", "about:"].includes(address.protocol) && !isOurs(address))
      complaints.push(`a request left the page: ${request.url().slice(0, 200)}`);
  });
  page.on("pageerror", (/** @type {Error} */ error) => complaints.push(`thrown: ${error.message}`));
  page.on(
    "console",
    (/** @type {any} */ line) =>
      line.type() === "error" && !/status of 4\d\d/.test(line.text()) && complaints.push(`console: ${line.text()}`),
  );
  const window = {
    page,
    /** Fails when anything was complained of since the window opened. */
    clean() {
      if (complaints.length) throw new Error(complaints.join("\n"));
    },
    close: () => context.close(),
  };
  return { window, lang };
}

/**
 * The page's files as they stand in the sources, not as the program was built with them: for looking at changes.
 * @param {any} context
 * @param {string} origin
 */
async function takeSources(context, origin) {
  const sources = new URL("../../src/web/page/", import.meta.url).pathname;
  await context.route(`${origin}/{script,style}/*`, (/** @type {any} */ route) =>
    route.fulfill({ path: join(sources, new URL(route.request().url()).pathname) }),
  );
}

/** @param {any} page */
function countRequests(page) {
  const open = new Set();
  asked.set(page, open);
  page.on("request", (/** @type {object} */ request) => open.add(request));
  for (const end of ["requestfinished", "requestfailed"])
    page.on(end, (/** @type {object} */ request) => open.delete(request));
}

/** Waits until everything asked for has come and has been painted. @param {any} page */
export async function settled(page) {
  do {
    await page.evaluate(
      () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(null)))),
    );
  } while (asked.get(page)?.size);
}

/**
 * What axe-core finds that is serious or worse, one line each.
 * @param {any} page
 * @returns {Promise<string[]>}
 */
export async function barriers(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(() =>
    /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations"], iframes: false }),
  );
  return found.violations
    .filter((/** @type {any} */ one) => one.impact === "serious" || one.impact === "critical")
    .map(
      (/** @type {any} */ one) =>
        `${one.id}: ${one.help} – ${one.nodes
          .slice(0, 3)
          .map((/** @type {any} */ node) => `${node.html.slice(0, 160)} ${node.any?.[0]?.message ?? ""}`)
          .join(" | ")}`,
    );
}
