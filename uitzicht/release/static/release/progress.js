// How far the release job is, without blinking: the page is fetched again and its moving part replaced. Without this
// script the page reloads itself (noscript, in its head).

const EVERY = 1000; // milliseconds

async function look() {
  const part = document.querySelector("[data-way]");
  const answer = await fetch(location.href, { redirect: "manual", headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) return again();
  const found = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-way]");
  if (!found) return location.reload(); // frozen, refused or stopped: a page of its own
  part.replaceChildren(...found.childNodes);
  again();
}

function again() {
  setTimeout(look, EVERY);
}

again();
