// Shows what the page's policy refused, and what the element last said.
const refused = document.getElementById("refused");
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  refused.textContent = `${effectiveDirective}: ${blockedURI}`;
});
for (const type of ["wsis-ready", "wsis-resize", "wsis-select", "wsis-error"]) {
  addEventListener(type, ({ detail }) => {
    document.getElementById("event").textContent = `${type} ${JSON.stringify(detail)}`;
  });
}
