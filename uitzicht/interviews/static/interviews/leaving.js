// Leaving the page: first everything is saved, then the step is taken. Without a connection the page stays, with its text.

export function guardLeaving(saver) {
  let leaving = false;
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (leaving || event.defaultPrevented || form.method === "dialog") return;
    // In another language the same question stays on the table.
    if (form.matches("[data-page-language]")) form.elements.next.value = location.pathname + location.search;
    if (!saver.unsaved()) return; // a form cannot be sent again from within its own submit event, only later
    event.preventDefault();
    if (!(await saver.settle())) return;
    leaving = true;
    form.requestSubmit(submitter);
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (!link || elsewhere || event.defaultPrevented || link.target || !saver.unsaved()) return;
    event.preventDefault();
    await saver.settle();
    location.assign(link.href); // asks first when something could not be saved
  });
}

export function offerKeys(actions) {
  const dialog = document.getElementById("keys");
  document.querySelector("[data-keys]")?.addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
    if (event.key === "?" && !typing && !dialog.open) return dialog.showModal();
    const action = event.altKey && !event.ctrlKey && !event.metaKey && actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || dialog.open) return;
    event.preventDefault();
    action();
  });
}

export function showLive() {
  document.querySelectorAll("[data-live]").forEach((element) => (element.hidden = false));
}
