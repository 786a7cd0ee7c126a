// Before the first paint. A file of its own: the content security policy allows no inline script.

// So that a dark page never flashes white.
(function () {
  var theme = "system";
  try {
    theme = localStorage.getItem("tmcp_theme") || theme;
  } catch {
    // Storage is switched off: the system's theme will do.
  }
  var dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
})();

// When a script of the page did not arrive, as when the network changes meanwhile, nothing would be shown at all: the page is loaded
// again, five times in a row at most, and a little later each time.
(function () {
  var key = "tmcp_reloads";
  var most = 5;
  var isMissing = false;
  window.addEventListener("error", (event) => (isMissing ||= event.target instanceof HTMLScriptElement), true);
  window.addEventListener("load", () => {
    var reloads = most;
    try {
      reloads = isMissing ? Number(sessionStorage.getItem(key)) : 0;
      sessionStorage.setItem(key, String(isMissing && reloads < most ? reloads + 1 : 0));
    } catch {
      // Nothing could be counted, and loading again might not end.
    }
    var root = document.getElementById("root");
    if (isMissing && reloads < most) {
      setTimeout(() => window.location.reload(), 500 * (reloads + 1));
    } else if (isMissing && root.childElementCount === 0) {
      root.textContent = "The hub could not be loaded. Check the connection, and load the page again.";
    }
  });
})();
