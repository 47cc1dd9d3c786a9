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
    if (!link || elsewhere || event.defaultPrevented || link.target || link.protocol === "tel:") return;
    const again = link.matches("[data-sign-in]");
    if (!again && !saver.unsaved()) return;
    event.preventDefault();
    if (again) {
      link.search = new URLSearchParams({ next: location.pathname + location.search });
      await saver.keep(); // signed out, so nothing can be saved; it comes back from the device
    } else {
      await saver.settle();
    }
    location.assign(link.href); // asks first when something is kept nowhere but on this page
  });
}

// Text of another part that could not be saved yet: says so, and leads to its page, where both texts are shown.
export function pointElsewhere(saver) {
  const note = document.querySelector("[data-elsewhere]");
  saver.elsewhere = (id) => {
    const part = id.startsWith("answer:") && id.slice("answer:".length).split(".")[0];
    const there = document.querySelector(part ? `[data-to-part="${CSS.escape(part)}"]` : `[data-jump="${CSS.escape(id)}"]`);
    if (!there || !note.hidden) return;
    const link = note.querySelector("a");
    link.href = there.href;
    link.textContent = (there.querySelector("span:nth-of-type(2)")?.firstChild ?? there).textContent.trim();
    note.hidden = false;
  };
}
