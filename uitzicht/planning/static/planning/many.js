// While the server works: say so, and let nobody send twice. Without this module the browser's own sign does it.

for (const form of document.querySelectorAll("form[data-working]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    document.getElementById(form.dataset.working).hidden = false;
  });
}

// Back in the history: the page may come from the cache, as it was left.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-working]")) {
    delete form.dataset.sent;
    document.getElementById(form.dataset.working).hidden = true;
  }
});
