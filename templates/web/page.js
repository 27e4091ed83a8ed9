(function () {
  document.querySelectorAll("a[data-download]").forEach(function (a) {
    a.href = a.closest("figure").querySelector("img").src;
    a.download = a.dataset.download;
    a.hidden = false;
  });
  // Soft hyphens are for the page alone: what is copied is what was written.
  function plain(s) { return s.replace(/\u00ad/g, ""); }
  document.addEventListener("copy", function (e) {
    var all = getSelection();
    if (String(all).indexOf("\u00ad") < 0 || !all.rangeCount) return;
    var box = document.createElement("div");
    box.append(all.getRangeAt(0).cloneContents());
    e.clipboardData.setData("text/plain", plain(String(all)));
    e.clipboardData.setData("text/html", plain(box.innerHTML));
    e.preventDefault();
  });
  if (!navigator.clipboard) return;
  var buttons = document.querySelectorAll("button[data-copy]");
  function show(on) { buttons.forEach(function (b) { b.hidden = !on; }); }
  buttons.forEach(function (b) {
    var words = b.querySelector("span") || b; // beside them stands, for those who hear the page, whose quote it is
    b.setAttribute("aria-live", "polite");
    b.addEventListener("click", function () {
      show(false);
      var text = plain(document.querySelector(b.dataset.copy).innerText.trim());
      show(true);
      b.focus();
      navigator.clipboard.writeText(text).then(function () {
        var was = words.textContent;
        words.textContent = b.dataset.done;
        setTimeout(function () { words.textContent = was; }, 2000);
      });
    });
  });
  show(true);
})();
