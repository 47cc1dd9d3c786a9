// Time per part: counts while the page is looked at, draws the hour, and tells the server now and then. Never an alarm.

const TELL = 30;
const LEFT = 4;
const RIGHT = 244;

export function startClock(form, words) {
  const { time, part } = form.dataset;
  const [minutes, before, planned] = ["minutes", "before", "planned"].map((name) => Number(form.dataset[name]));
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
    if (seconds % 5 === 0) draw(words, { seconds, minutes, before, planned });
  }, 1000);
  addEventListener("pagehide", () => tell(true));
  draw(words, { seconds, minutes, before, planned });
}

function draw(words, { seconds, minutes, before, planned }) {
  const total = (before + seconds) / 60;
  const place = (LEFT + ((RIGHT - LEFT) * Math.min(total, planned)) / planned).toFixed(1);
  const remaining = Math.ceil(minutes - seconds / 60);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const pace = remaining === 1 ? words.remainOne : remaining > 1 ? words.remainMany : words.over;
  const put = (selector, change) => document.querySelectorAll(selector).forEach(change);

  put("[data-now]", (point) => point.setAttribute("cx", place));
  put("[data-passed]", (line) => line.setAttribute("x2", place));
  put("[data-horizon]", (svg) => svg.setAttribute("aria-label", fill(words.passed, { passed: Math.floor(total), minutes: planned })));
  put("[data-pace]", (line) => (line.textContent = fill(pace, { minutes: remaining })));
  if (seconds >= 60) put("[data-part-time]", (label) => (label.textContent = fill(words.spent, { spent: Math.floor(seconds / 60), minutes })));
}
