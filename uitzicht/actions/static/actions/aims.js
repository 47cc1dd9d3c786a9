// Another figure usually means another direction: the choice follows, until somebody chooses it themselves.

const form = document.querySelector("[data-aims]");
const aim = form?.querySelector("select[name=aim]");
let chosen = false;

form?.addEventListener("change", (event) => {
  if (event.target.name === "direction") chosen = true;
  const direction = aim.selectedOptions[0]?.dataset.direction;
  if (event.target !== aim || chosen || !direction) return;
  const radio = form.querySelector(`input[name=direction][value="${direction}"]`);
  if (radio) radio.checked = true;
});
