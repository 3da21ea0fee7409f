/** The chosen look, before anything is drawn. A plain script, because modules come too late. */
document.documentElement.dataset.look = localStorage.getItem("look") ?? "";
