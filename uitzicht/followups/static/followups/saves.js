// Saves a screen as soon as something is chosen, one request after another; the buttons work without this.
const form = document.querySelector("form[data-saves]");
const status = form.querySelector("[data-status]");
let last = Promise.resolve();

form.addEventListener("change", () => { last = last.then(save); });

async function save() {
  const sent = new FormData(form);
  sent.set("go", "stay");
  const saved = await fetch(location.pathname, { method: "POST", body: sent }).then((answer) => answer.ok, () => false);
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  status.textContent = saved ? status.dataset.saved.replace("{time}", time) : status.dataset.failed;
}
