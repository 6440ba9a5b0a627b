
'use strict';
(function () {
  var form = document.getElementById('filters');
  var rows = Array.from(document.querySelectorAll('.row'));
  var groups = Array.from(document.querySelectorAll('.group'));
  var texts = new Map();

  function text(row) {
    if (!texts.has(row)) {
      texts.set(row, (row.id + ' ' + row.textContent).toLowerCase());
    }
    return texts.get(row);
  }

  function isWithin(component, chosen) {
    return component === chosen || component.startsWith(chosen + ' / ');
  }

  function filter() {
    var fields = form.elements;
    var words = fields.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row) {
      var fits = (!fields.action.value || row.dataset.action === fields.action.value)
        && (!fields.kind.value || row.dataset.kind === fields.kind.value)
        && (!fields.component.value || isWithin(row.dataset.component, fields.component.value))
        && words.every(function (word) { return text(row).includes(word); });
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector('.row:not([hidden])'); });
    document.getElementById('shown').value = count + ' of ' + rows.length;
  }

  function toggle(open) {
    rows.forEach(function (row) { if (!row.hidden) { row.open = open; } });
  }

  function follow() {
    var name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (malformed) { return; }
    var target = name && document.getElementById(name);
    if (!target) {
      return;
    }
    if (form && target.hidden) {
      form.reset();
      filter();
    }
    for (var around = target; around; around = around.parentElement) {
      if (around.tagName === 'DETAILS') {
        around.open = true;
      }
    }
    target.scrollIntoView();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener('input', filter);
    form.addEventListener('reset', function () { setTimeout(filter); });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.elements.open.addEventListener('click', function () { toggle(true); });
    form.elements.close.addEventListener('click', function () { toggle(false); });
    filter();
  }
  window.addEventListener('hashchange', follow);
  follow();
})();
