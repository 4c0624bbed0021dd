import process from 'node:process';
import { chromium } from 'playwright-core';
import { requireChromium } from './chromium.mjs';

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a page of 1280 x 800 in a Chromium without a window. The caller closes the browser: `page.context().browser()`. */
export async function openPage() {
  const browser = await chromium.launch({
    executablePath: await requireChromium(),
    // Chromium's sandbox refuses to start as root.
    args: process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet,
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    locale: 'en-US',
  });
  return context.newPage();
}
