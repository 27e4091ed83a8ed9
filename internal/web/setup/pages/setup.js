// The time zone that the browser knows, where nobody has typed one.
"use strict";
const zone = document.getElementById("zone");
if (zone && !zone.value) zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
