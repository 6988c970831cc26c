// Shows what the page's policy refused, and the last event of the element.
/** @param {string} id @param {string} text */
const show = (id, text) => {
  const place = document.getElementById(id);
  if (place) place.textContent = text;
};
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  show("refused", `${effectiveDirective}: ${blockedURI}`);
});
for (const type of ["wsis-ready", "wsis-resize", "wsis-select", "wsis-error"]) {
  addEventListener(type, (event) => {
    if (event instanceof CustomEvent) show("event", `${type} ${JSON.stringify(event.detail)}`);
  });
}
