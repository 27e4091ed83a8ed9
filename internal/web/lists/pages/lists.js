// Whom a rule picks, while it is typed. Without this script a button shows it.
"use strict";
const rule = document.getElementById("rule"), picked = document.getElementById("picked");
if (rule && picked) {
  let asked = 0, timer;
  rule.elements.where.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const answer = await fetch(rule.dataset.try + "?where=" + encodeURIComponent(rule.elements.where.value)).catch(() => null);
      if (answer && answer.ok && mine === asked) picked.innerHTML = await answer.text();
    }, 200);
  });
}
