/**
 * Takes pictures of the gallery's pages, light and dark, for its index, and one of the README's first program for the README:
 *
 *   bin/pictures [NAME…]
 *
 * A picture shows what stands in `#live` of a sample's page, or the whole page of an app, at work if a scene below puts it to work.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { Server } from '../../../bench/process.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'war/src/main/resources/META-INF/resources/gradio/gallery');
const names = process.argv.slice(2);
const wanted = name => names.length === 0 || names.includes(name);
const words = variable => process.env[variable].split('\n');

/** The live part is as wide as a card is at most, and a picture has half as many pixels again. */
const MARGIN = 16;
const WINDOW = { width: 464, height: 900 };
const SIZE = { width: 432, height: 270 };
const SHARPNESS = 1.5;
const QUALITY = 0.85;
/** What is around the live part is in no picture. */
const ALONE = 'main :not(:has(#live), #live, #live *) { visibility: hidden }';

const press = name => page => page.getByRole('button', { name, exact: true }).click();
const type = (label, text) => page => page.getByLabel(label, { exact: true }).fill(text);
const choose = name => page => page.getByText(name, { exact: true }).first().click();
const inTurn = (...steps) => async page => {
  for (const step of steps) await step(page);
};
const chat = text => async page => {
  await page.getByPlaceholder('Type a message...').fill(text);
  await page.keyboard.press('Enter');
};

/** What a person does on a page before the picture is taken. */
const SCENES = {
  accordion: press('Advanced settings'),
  button: inTurn(press('One more'), press('One more')),
  chat: chat('I like my garden'),
  chatinterface: chat('Hello'),
  checkbox: choose('It is a gift'),
  colorpicker: page => page.locator('#live button').first().click(),
  column: inTurn(type('From', 'Left'), press('Copy')),
  count: inTurn(type('text', 'banana'), type('letter', 'a'), press('Submit')),
  dropdown: page => page.getByRole('combobox', { name: 'Time zone' }).click(),
  downloadbutton: type('Note', 'Milk, tea and a cake'),
  examples: choose('1000'),
  flagging: inTurn(type('Word', 'mouse'), press('Submit')),
  form: inTurn(type('Street', 'Main Street 1'), type('Town', 'Berlin')),
  group: inTurn(type('Street', 'Main Street 1'), type('Town', 'Berlin')),
  hello: inTurn(type('name', 'Ada'), press('Submit')),
  interface: inTurn(type('Name', 'Ada'), press('Submit')),
  label: type('Word', 'banana'),
  language: inTurn(type('Text', 'Ich habe heute keine Zeit'), press('Submit')),
  multimodaltextbox: page => page.locator('#live textarea').fill('What is in this picture?'),
  radio: choose('HALF_EVEN'),
  row: inTurn(type('One share', 'Narrow'), type('Two shares', 'Wide')),
  sidebar: press('Toggle Sidebar'),
  state: inTurn(press('Count'), press('Count')),
  tabbedinterface: inTurn(type('Text', 'hello'), press('Submit')),
  textbox: type('Name', 'Ada'),
};

/** Pages whose component stands at the edge of the page. */
const WHOLE = ['navbar', 'sidebar'];

/** What a picture begins with where something else stands above. */
const FIRST = { barplot: 'Sales', plot: 'Wave', markdown: 'A heading' };

/** Where the picture is: the middle of what is small, the top of what is large. */
async function clip(page, name) {
  const live = page.locator('#live');
  if (WHOLE.includes(name) || await live.count() === 0) return { x: 0, y: 0, width: WINDOW.width, height: WINDOW.width * SIZE.height / SIZE.width };
  await page.addStyleTag({ content: ALONE });
  const { x, y, height } = await live.boundingBox();
  if (FIRST[name]) {
    const { y: first } = await page.getByText(FIRST[name], { exact: true }).boundingBox();
    return { x: x - MARGIN, y: first - MARGIN, ...SIZE };
  }
  return { x: x - MARGIN, y: y - Math.max(MARGIN, (SIZE.height - height) / 2), ...SIZE };
}

/** A picture after which nothing moves for a while; a clock does, so not every page comes to rest. */
async function still(page, options) {
  let before = await page.screenshot(options);
  for (let turn = 0; turn < 10; turn++) {
    await page.waitForTimeout(300);
    const now = await page.screenshot(options);
    if (now.equals(before)) return now;
    before = now;
  }
  return before;
}

/** Chromium writes PNG and JPEG itself, WebP on a canvas. */
function webp(page, png) {
  return page.evaluate(async ([data, quality]) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }, [png.toString('base64'), QUALITY]);
}

async function gallery(browser) {
  const server = await Server.start(words('PICTURES_GALLERY'), { GRADIO_APP: '', GRADIO_PLUGINS: '' });
  try {
    const address = `http://127.0.0.1:${server.port}/`;
    const context = await browser.newContext({ viewport: WINDOW, deviceScaleFactor: SHARPNESS, reducedMotion: 'reduce', locale: 'en', bypassCSP: true });
    const page = await context.newPage();
    const painter = await context.newPage();
    await page.goto(address);
    const links = page.locator('main li a[href]');
    await links.first().waitFor();
    const paths = await links.evaluateAll(all => all.map(link => link.getAttribute('href')));
    mkdirSync(folder, { recursive: true });
    for (const path of paths) {
      const name = path.split('/').at(-2);
      if (!wanted(name)) continue;
      await page.goto(address + path);
      await page.locator('[gr]').first().waitFor();
      await page.waitForLoadState('networkidle');
      await SCENES[name]?.(page);
      await page.mouse.move(0, 0);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const png = await still(page, { clip: await clip(page, name), caret: 'hide' });
        writeFileSync(join(folder, `${name}.${colorScheme}.webp`), await webp(painter, png), 'base64');
      }
      console.log(name);
    }
    await context.close();
  } finally {
    await server.stop();
  }
}

/** The README's own program, compiled as it stands there. */
async function readme(browser) {
  const program = /```java\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))[1];
  const place = mkdtempSync(join(tmpdir(), 'pictures'));
  const file = join(place, 'Hello.java');
  const imports = ['apps.Interface', 'slider.Slider', 'textbox.Textbox'].map(name => `import io.gradio4j.components.${name};\n`).join('');
  writeFileSync(file, imports + program);
  try {
    const server = await Server.start([...words('PICTURES_PROGRAM'), file]);
    try {
      const page = await browser.newPage({ viewport: { width: 1100, height: 420 }, reducedMotion: 'reduce', locale: 'en' });
      await page.goto(`http://127.0.0.1:${server.port}/`);
      await page.getByLabel('Name', { exact: true }).fill('Ada');
      await page.getByRole('spinbutton').fill('3');
      await press('Submit')(page);
      await page.mouse.move(0, 0);
      await page.evaluate(() => document.activeElement.blur());
      writeFileSync(join(root, 'docs/images/hello.png'), await still(page));
      console.log('readme');
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(place, { recursive: true });
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  if (names.join() !== 'readme') await gallery(browser);
  if (wanted('readme')) await readme(browser);
} finally {
  await browser.close();
}
