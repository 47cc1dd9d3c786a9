// Time per part: counts while the page is looked at, draws the hour, and tells the server now and then. Never an alarm.

const TELL = 30;
const LEFT = 4;
const RIGHT = 244;

export function startClock(form, words) {
  const { time, part } = form.dataset;
  if (!time) return; // held on paper
  const plan = Object.fromEntries(["minutes", "before", "planned", "rest"].map((name) => [name, Number(form.dataset[name])]));
  plan.longest = form.dataset.longest;
  let seconds = Number(form.dataset.seconds);
  let [told, tried] = [seconds, seconds];

  const tell = async (keepalive = false) => {
    if (seconds <= told) return;
    const sent = (tried = seconds);
    const body = new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, part, seconds: sent });
    const options = { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual", keepalive };
    const answer = await fetch(time, options).catch(() => null); // what was not heard is told next time, in all
    if (answer?.ok) told = Math.max(told, sent);
  };

  setInterval(() => {
    if (document.hidden) return;
    seconds += 1;
    if (seconds - tried >= TELL) tell();
    if (seconds % 5 === 0) draw(words, seconds, plan);
  }, 1000);
  addEventListener("pagehide", () => tell(true));
  draw(words, seconds, plan);
}

function draw(words, seconds, { minutes, before, planned, rest, longest }) {
  const total = (before + seconds) / 60;
  const place = (LEFT + ((RIGHT - LEFT) * Math.min(total, planned)) / planned).toFixed(1);
  const put = (selector, change) => document.querySelectorAll(selector).forEach(change);

  put("[data-now]", (point) => point.setAttribute("cx", place));
  put("[data-passed]", (line) => line.setAttribute("x2", place));
  put("[data-horizon]", (svg) => svg.setAttribute("aria-label", fill(words.passed, { passed: Math.floor(total), minutes: planned })));
  put("[data-pace]", (line) => (line.textContent = pace(words, minutes - seconds / 60, total + rest / 60 - planned, longest)));
  if (seconds >= 60) put("[data-part-time]", (label) => (label.textContent = fill(words.spent, { spent: Math.floor(seconds / 60), minutes })));
}

// left: minutes of this part; late: minutes that the parts to come no longer have, which the longest of them gives up.
function pace(words, left, late, longest) {
  const [remaining, lost] = [Math.ceil(left), Math.floor(late)];
  if (remaining > 0) return fill(remaining === 1 ? words.remainOne : words.remainMany, { minutes: remaining });
  if (!longest || lost < 1) return words.over;
  return fill(lost === 1 ? words.lostOne : words.lostMany, { minutes: lost, part: longest });
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
