// Before the first paint, so that a dark page never flashes white. A file of its own: the content security policy allows no inline script.
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
