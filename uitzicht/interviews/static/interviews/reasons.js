// Reasons: pick from the list, put in order, saved as they change. The page works as a plain form without this.

import { Saver } from "../ui/saver.js";
import { startClock } from "./clock.js";
import { offerKeys, showLive } from "./keys.js";
import { guardLeaving, pointElsewhere } from "./leaving.js";
import { offerCalm } from "./serious.js";

const form = document.querySelector("[data-reasons]");
const words = document.getElementById("words").dataset;
const saver = new Saver(form, document.querySelector("[data-status]"), words);
const newer = document.querySelector("[data-newer]");

const places = [...document.querySelectorAll("[data-place]")].map((element) => {
  const select = element.querySelector("select");
  const radios = [...element.querySelectorAll("[type=radio]")];
  return {
    element,
    select,
    get force() {
      return radios.find((radio) => radio.checked)?.value ?? "";
    },
    set force(value) {
      radios.forEach((radio) => (radio.checked = radio.value === value));
    },
  };
});

const known = (code) => places[0].select.querySelector(`option[value="${CSS.escape(code)}"]`)?.dataset ?? {};
const label = (code) => known(code).label ?? code;
const usual = (code) => known(code).force ?? "";
const read = () => places.map(({ select, force }) => ({ reason: select.value, force })).filter(({ reason }) => reason);

function write(ranking) {
  places.forEach((place, n) => {
    place.select.value = ranking[n]?.reason ?? "";
    place.force = ranking[n]?.force ?? "";
  });
  draw();
}

const spread = (ranking) => Object.fromEntries(ranking.flatMap(({ reason, force }, n) => [[`reason.${n + 1}`, reason], [`force.${n + 1}`, force || usual(reason)]]));
const gather = (values) => places.map((_, n) => ({ reason: values[`reason.${n + 1}`] ?? "", force: values[`force.${n + 1}`] ?? "" })).filter(({ reason }) => reason);

const entry = saver.watch({
  id: "reasons",
  url: form.dataset.save,
  values: () => spread(read()),
  revision: form.querySelector("[data-revision]"),
  given: spread,
  restore: (values) => write(gather(values)),
  conflict(values) {
    newer.hidden = false;
    const lines = gather(values).map(({ reason }) => Object.assign(document.createElement("li"), { textContent: label(reason) }));
    newer.querySelector("[data-newer-text]").replaceChildren(...lines);
  },
});
newer.addEventListener("click", (event) => {
  const keep = event.target.dataset.keep;
  if (!keep) return;
  newer.hidden = true;
  entry.resolve(keep === "mine");
});

function change(ranking) {
  write(ranking);
  entry.touch();
}

function draw() {
  const ranking = read();
  places.forEach(({ element }, n) => {
    element.querySelector("[data-move=up]").disabled = n === 0 || n >= ranking.length;
    element.querySelector("[data-move=down]").disabled = n >= ranking.length - 1;
    element.querySelector("[data-move=away]").disabled = n >= ranking.length;
  });
  for (const button of document.querySelectorAll("[data-reason]")) {
    const n = ranking.findIndex(({ reason }) => reason === button.dataset.reason);
    button.setAttribute("aria-pressed", String(n >= 0));
    const rank = button.querySelector("b") ?? button.appendChild(document.createElement("b"));
    rank.textContent = n >= 0 ? n + 1 : "";
  }
  readBack(ranking);
}

// Only in the language of the page are the labels at hand; in another one the sentence comes with the next page.
function readBack(ranking) {
  const line = document.querySelector("[data-readback]");
  if (line.lang !== document.documentElement.lang) return;
  const text = ["", line.dataset.one, line.dataset.two, line.dataset.three][ranking.length];
  const [first, second, third] = ranking.map(({ reason }) => label(reason));
  line.textContent = text.replace("{first}", first).replace("{second}", second).replace("{third}", third);
}

places.forEach((place, n) => {
  place.select.addEventListener("change", () => {
    place.force = usual(place.select.value);
    const seen = new Set();
    change(read().filter(({ reason }) => !seen.has(reason) && seen.add(reason)));
  });
  place.element.querySelector(".segments").addEventListener("change", () => entry.touch());
  place.element.querySelector(".moves").addEventListener("click", (event) => {
    const move = event.target.closest("[data-move]")?.dataset.move;
    if (!move) return;
    const ranking = read();
    const [taken] = ranking.splice(n, 1);
    if (move !== "away") ranking.splice(n + (move === "up" ? -1 : 1), 0, taken);
    change(ranking);
  });
});

document.querySelector(".catalogue").addEventListener("click", (event) => {
  const code = event.target.closest("[data-reason]")?.dataset.reason;
  if (!code) return;
  const ranking = read();
  const at = ranking.findIndex(({ reason }) => reason === code);
  if (at >= 0) ranking.splice(at, 1);
  else ranking.splice(Math.min(ranking.length, places.length - 1), 1, { reason: code, force: usual(code) });
  change(ranking);
});

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Diacritic}/gu, "");
const search = document.querySelector("[data-search]");
search.addEventListener("input", () => {
  const wanted = plain(search.value.trim());
  let found = 0;
  for (const group of document.querySelectorAll("[data-group]")) {
    const all = plain(group.querySelector("h4").textContent).includes(wanted);
    const shown = [...group.querySelectorAll("button")].filter((button) => {
      button.hidden = !(all || plain(button.textContent).includes(wanted));
      return !button.hidden;
    });
    group.hidden = shown.length === 0;
    found += shown.length;
  }
  const status = document.querySelector("[data-found]");
  status.textContent = found === 1 ? status.dataset.one : status.dataset.many.replace("{n}", found);
});
search.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());

offerKeys();
offerCalm();
pointElsewhere(saver);
guardLeaving(saver);
startClock(form, words);
showLive();
draw();
