// Answers what the official packages make of templates, cards and markdown. One JSON request on stdin, one JSON answer on stdout:
// { expand: [{ template, data }], render: [card], markdown: [text] }  ->  { expand: [{ card } | { error }], render: [{ warnings, text }], markdown: [text] }
import { createRequire } from "node:module";
import { readFileSync, writeSync } from "node:fs";
import { JSDOM } from "jsdom";

const require = createRequire(import.meta.url);
const dom = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
for (const name of Object.getOwnPropertyNames(dom.window))
  if (/^(HTML.*|Node|Element|Event|MouseEvent|KeyboardEvent)$/.test(name)) globalThis[name] = dom.window[name];

// jsdom lays nothing out and so has no innerText; without it plain texts would vanish from the rendered card.
Object.defineProperty(dom.window.HTMLElement.prototype, "innerText", {
  get() { return this.textContent; },
  set(text) { this.textContent = text; },
});

const warnings = [];
console.warn = (...words) => warnings.push(words.join(" "));
console.log = () => {};

const templating = require("adaptivecards-templating");
const cards = require("adaptivecards/dist/adaptivecards.js");
const markdown = require("markdown-it")();

cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
// As the Teams clients and the Playground do.
cards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;

function expand({ template, data }) {
  try {
    return { card: new templating.Template(template).expand({ $root: data }) };
  } catch (wrong) {
    return { error: String(wrong && wrong.message ? wrong.message : wrong) };
  }
}

function render(source) {
  warnings.length = 0;
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig({ actions: { maxActions: 12 }, supportsInteractivity: true });
  const context = new cards.SerializationContext(cards.Versions.v1_5);
  card.parse(source, context);
  const found = [];
  for (let i = 0; i < context.eventCount; i++) found.push(context.getEventAt(i).message);
  for (const event of card.validateProperties().validationEvents) found.push(event.message);
  const element = card.render();
  if (!element) found.push("The card rendered as nothing.");
  return { warnings: [...found, ...warnings], text: element ? element.textContent : "", titles: titles(element) };
}

function titles(element) {
  return element ? [...element.querySelectorAll("button, option, label, input, textarea")].map(it => it.value || it.textContent || it.title) : [];
}

function show(text) {
  const box = document.createElement("div");
  box.innerHTML = markdown.render(text);
  return { text: box.textContent.trim(), tags: [...box.querySelectorAll("*")].map(it => it.tagName.toLowerCase()) };
}

const request = JSON.parse(readFileSync(0, "utf8"));
const answer = JSON.stringify({
  expand: (request.expand ?? []).map(expand),
  render: (request.render ?? []).map(render),
  markdown: (request.markdown ?? []).map(show),
});
const bytes = Buffer.from(answer, "utf8");
for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
