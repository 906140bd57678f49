"use strict";
// Shows the report anew when the server has another. The browser asks again by itself when the server was away.
(() => {
  const news = new EventSource("/events");
  news.addEventListener("message", (event) => {
    if (event.data !== document.documentElement.dataset.version) location.reload();
  });
  addEventListener("pagehide", () => news.close());
})();
