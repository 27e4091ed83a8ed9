(function () {
  document.querySelectorAll("a[data-download]").forEach(function (a) {
    a.href = a.closest("figure").querySelector("img").src;
    a.download = a.dataset.download;
    a.hidden = false;
  });
  if (!navigator.clipboard) return;
  var buttons = document.querySelectorAll("button[data-copy]");
  function show(on) { buttons.forEach(function (b) { b.hidden = !on; }); }
  buttons.forEach(function (b) {
    b.setAttribute("aria-live", "polite");
    b.addEventListener("click", function () {
      show(false);
      var text = document.querySelector(b.dataset.copy).innerText.trim();
      show(true);
      b.focus();
      navigator.clipboard.writeText(text).then(function () {
        var was = b.textContent;
        b.textContent = b.dataset.done;
        setTimeout(function () { b.textContent = was; }, 2000);
      });
    });
  });
  show(true);
})();
