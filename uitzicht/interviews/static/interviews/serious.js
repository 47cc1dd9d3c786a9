// "Something serious was told": what folds open without script is a calm dialog here. Nothing is asked of the server.

export function offerCalm(takeBack = () => {}) {
  const folded = document.querySelector("[data-serious]");
  if (!folded) return;
  const text = folded.querySelector("[data-serious-text]");
  const dialog = document.getElementById("serious-dialog");
  folded.querySelector("summary").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.prepend(text);
    dialog.showModal();
    text.querySelector("h2").focus();
  });
  dialog.addEventListener("close", () => {
    text.querySelector("[data-confirm]")?.removeAttribute("open");
    folded.append(text);
  });
  text.querySelector("[data-take-back]")?.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
    takeBack();
  });
}
