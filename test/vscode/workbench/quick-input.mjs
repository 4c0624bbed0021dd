/** Types into the box that asks for `placeholder`, once it listens, and takes the entry that holds the text. */
export async function choose(page, text, placeholder) {
  const entry = await type(page, text, placeholder);
  await entry.waitFor();
  await take(page, entry);
}

/** Runs a command of the palette; one of an extension is not there until the window has found the extension. */
export async function runCommand(page, title) {
  for (;;) {
    await page.keyboard.press('F1');
    const entry = await type(page, title, 'Type the name of a command');
    const isThere = await entry.waitFor({ timeout: millisecondsForList }).then(
      () => true,
      () => false,
    );
    if (isThere) return take(page, entry);
    await page.keyboard.press('Escape');
  }
}

const millisecondsForList = 3000;

async function type(page, text, placeholder) {
  const box = page.locator('.quick-input-widget');
  await box.locator(`input[placeholder^="${placeholder}"]:focus`).waitFor();
  await page.keyboard.type(text);
  return box.locator('.monaco-list-row', { hasText: text }).first();
}

async function take(page, entry) {
  while (!/\bfocused\b/.test((await entry.getAttribute('class')) ?? '')) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
