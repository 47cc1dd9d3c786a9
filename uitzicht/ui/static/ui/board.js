// Arrow keys walk over the cards of the board: up and down in a column, left and right to the next column that has any.

const board = document.querySelector(".board");
const columns = () =>
  [...board.querySelectorAll(":scope > section")]
    .map((column) => [...column.querySelectorAll(".card > a")])
    .filter((cards) => cards.length);

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

board?.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = columns();
  const at = all.findIndex((cards) => cards.includes(document.activeElement));
  if (at < 0) return; // the board itself scrolls, as the browser does it
  const column = all[Math.min(Math.max(at + step[0], 0), all.length - 1)];
  const row = all[at].indexOf(document.activeElement) + step[1];
  event.preventDefault();
  column[Math.min(Math.max(row, 0), column.length - 1)].focus();
});
