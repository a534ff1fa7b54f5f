// Leads to what is wrong with a form as soon as its page is there, for those who see only a part of it.

document.querySelector("[data-focus-on-load]")?.focus();
