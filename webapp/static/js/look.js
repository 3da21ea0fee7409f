/** What must be known before anything is drawn: the look, and whether somebody is settled here. */
document.documentElement.dataset.look = localStorage.getItem("look") ?? "";
if (localStorage.getItem("somebody")) document.documentElement.dataset.somebody = "";
